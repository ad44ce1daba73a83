// What pages need of the networks that only write: their windows. They weigh a hundredth of the adapters.
import type { NetworkPart } from './network';
import { handing as xHanding } from './x';

export const WINDOWS: readonly NetworkPart[] = [xHanding];
