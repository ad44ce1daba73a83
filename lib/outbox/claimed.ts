import type { Delivery, PostUri } from '../model';
import { claimedBy } from '../store';

/** Posts that other deliveries to the same target made: two that say the same stay two. */
export async function claimed({ id, target }: Delivery): Promise<ReadonlySet<PostUri>> {
	const rows = await claimedBy(target);
	return new Set(rows.flatMap((one) => (one.id === id || !one.uri ? [] : one.uri)));
}
