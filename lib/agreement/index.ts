// Agreement: several browsers of one person have the same settings, folded words, views and place in the timeline,
// through the browser's own sync. Each thing is a register; of two writings the later one counts, everywhere alike.
// Never carried: secrets, posts, drafts. What comes from there is a stranger's until it was looked at.
// May import lib/store and lib/model; is given the browser's sync.
export { agree, beginAgreement, type Carrier, endAgreement } from './agree';
export { notePlace, placeElsewhere } from './place';
export { isOn } from './round';
