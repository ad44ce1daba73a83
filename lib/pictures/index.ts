// Pictures of other hosts that were shown, kept small so that they are there without a network: where the host lets
// them be read, and within the room that the person allows.
// May import lib/store, and of lib/sessions how a contact is counted.
export { wholePicture } from './carry';
export { countAll, countShown, type Shown, takeUncounted } from './contacts';
export { keptPicture, wasShown } from './keep';
