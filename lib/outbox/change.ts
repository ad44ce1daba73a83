import type { Delivery } from '../model';
import { surroundings } from '../sessions';
import { changeDelivery } from '../store';
import { type Happening, leads, move } from './states';

/**
 * Writes down what happened to a delivery, in one transaction with reading it; undefined when it cannot happen (any
 * more), because the person has taken it back meanwhile: then nothing was written.
 */
export async function change(
	id: string,
	happening: Happening,
	changes: Partial<Delivery>,
): Promise<Delivery | undefined> {
	const changedAt = surroundings().now();
	let did = false;
	const after = await changeDelivery(id, (delivery) => {
		did = leads(delivery, happening) !== undefined;
		return did ? move(delivery, happening, { ...changes, changedAt }) : delivery;
	});
	return did ? after : undefined;
}

/** Notes something of a delivery that waits in the queue or is being looked up, without anything happening to it. */
export async function note(
	id: string,
	changes: Pick<Delivery, 'prepared' | 'uploaded'>,
): Promise<Delivery | undefined> {
	const after = await changeDelivery(id, (delivery) =>
		delivery.state === 'queued' || delivery.state === 'checking'
			? { ...delivery, ...changes }
			: delivery,
	);
	return after?.state === 'queued' || after?.state === 'checking' ? after : undefined;
}
