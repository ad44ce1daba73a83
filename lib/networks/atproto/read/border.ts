import type { Session } from '../../../model';
import type { Io } from '../../io';
import { Gathering } from '../decode/gathering';

/** Where an answer to this session is gathered. */
export function gathering({ account, origin }: Session, io: Io): Gathering {
	return new Gathering({ by: account, origin, now: io.now() });
}
