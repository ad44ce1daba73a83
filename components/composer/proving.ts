// Needed once somebody writes, and not to begin with.
export { provenIn } from '../../lib/people';
