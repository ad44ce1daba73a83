// Needed by what is written, and not to draw the composer.
export { provenIn } from '../../lib/people';
