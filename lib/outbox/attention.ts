import { countDeliveries } from '../store';

/** How many deliveries need the person: for the badge. */
export function attention(): Promise<number> {
	return countDeliveries(['needs-you', 'failed']);
}
