// Needed once a file comes, and not to begin with.
export { withoutPlace } from '../../lib/writing';
