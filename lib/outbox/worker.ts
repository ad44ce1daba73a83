// The second door of lib/outbox: what really sends. For the background alone.
export { attention } from './attention';
export { drain } from './drain';
export { receive } from './receive';
