import type { DeliveryKind } from '../model';

/** Words or files appear: deletions and reposts have none of the person's own. */
export function isWriting(kind: DeliveryKind): boolean {
	return kind === 'create' || kind === 'edit' || kind === 'hand-over';
}

/** Something appears that was not there before. */
export function isNew(kind: DeliveryKind): boolean {
	return kind === 'create' || kind === 'hand-over' || kind === 'repost';
}
