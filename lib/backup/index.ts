// Backup: one file with what the person has here, made and brought back. What it holds of secrets is nothing; what it
// says of anything is looked at row by row before anything is written, and nothing that it brings is sent by itself.
// May import lib/model, lib/checks, lib/archive, lib/networks, lib/people, lib/sessions, lib/store and lib/timeline.
export { SECTIONS, type Section, type Sizes, sizes, USUAL } from './choice';
export { backUpDaily } from './daily';
export type { Missing } from './format';
export { type MadeBackup, makeBackup } from './make';
export { BadBackup, type OpenBackup, openBackup } from './open';
export { type Restored, restoreBackup } from './restore';
