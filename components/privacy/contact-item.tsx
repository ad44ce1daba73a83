import type { Contact, Me } from '../../lib/sessions';
import type { ContactReason } from '../../lib/store';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

const REASONS = {
	'sign-in': 'contactSignIn',
	asked: 'contactAsked',
	probe: 'contactProbe',
	pictures: 'contactPictures',
	films: 'contactFilms',
} as const satisfies Record<Exclude<ContactReason, 'account'>, string>;

type ContactItemProps = { contact: Contact; me: readonly Me[] };

/** One host: when, how often, how much, and why. */
export function ContactItem({ contact, me }: ContactItemProps) {
	const { t, date, bytes, number } = useTexts();
	const { host, times, firstAt, lastAt, why } = contact;
	const others = why.filter((reason) => reason !== 'account');
	return (
		<li data-host={host} data-why={why.join(' ')}>
			<h3>
				<bdi>{host}</bdi>
			</h3>
			<ul class="contact-why" aria-label={t('contactWhy')}>
				{why.includes('account') && <ForAccounts contact={contact} me={me} />}
				{others.map((reason) => (
					<li key={reason}>{t(REASONS[reason])}</li>
				))}
				{why.length === 0 && <li>{t('contactBefore')}</li>}
			</ul>
			<dl class="facts">
				<div>
					<dt>{t('contactTimes')}</dt>
					<dd>{number(times)}</dd>
				</div>
				<div>
					<dt>{t('contactLast')}</dt>
					<dd>{date(lastAt, 'minute')}</dd>
				</div>
				<div>
					<dt>{t('contactFirst')}</dt>
					<dd>{date(firstAt, 'minute')}</dd>
				</div>
				<div>
					<dt>{t('contactBytes')}</dt>
					<dd>{contact.bytes > 0 ? bytes(contact.bytes) : t('contactBytesUnknown')}</dd>
				</div>
			</dl>
		</li>
	);
}

function ForAccounts({ contact: { host, accounts }, me }: ContactItemProps) {
	const { t } = useTexts();
	const mine = me.filter(({ account }) => accounts.includes(account));
	if (mine.length === 0) return <li>{t('contactSignedOut')}</li>;
	return (
		<>
			{mine.map((one) => (
				<li key={one.account}>
					{one.host === host
						? t('contactHome', { handle: `@${one.handle}` })
						: t('contactFor', { handle: `@${one.handle}` })}{' '}
					<a href={hrefs.servers()}>{t('contactAccount')}</a>
				</li>
			))}
		</>
	);
}
