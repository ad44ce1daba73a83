// What the first page asks of the outbox once it is drawn. By these names: a room that is asked for as a whole comes
// as a whole, and to the popup too.
export { attention, connectOutbox, repost, underWay } from '../../lib/outbox';
