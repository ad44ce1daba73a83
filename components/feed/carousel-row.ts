import { onDemand } from '../shell/on-demand';

/** Comes with the first stretch of reposts. */
export const CarouselRow = onDemand(async () => (await import('./carousel')).Carousel);
