import { useState } from 'preact/hooks';
import { type Contact, contacts, forgetContacts } from '../../lib/sessions';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { useOnline } from '../shared/use-online';
import { ContactItem } from './contact-item';
import { Forget } from './forget';

type Order = 'last' | 'most';
const ORDERS = { last: 'contactsByLast', most: 'contactsByMost' } as const;

/** `#/privacy`: each host that was contacted, when, how often, how many bytes, and why. */
export function PrivacyPage() {
	const { t } = useTexts();
	const { value, error, retry } = useLoad('contacts', contacts, ['budgets']);
	const online = useOnline();
	return (
		<Page title={t('privacy')}>
			<div class="column privacy" aria-busy={!value && error === undefined}>
				<p class="lead">{t('privacyLead')}</p>
				<p class="quiet">{t('privacyLimits')}</p>
				{!online && (
					<p class="notice" role="status">
						{t('privacyOffline')}
					</p>
				)}
				{error !== undefined && <LoadProblem error={error} retry={retry} />}
				{value?.length === 0 && (
					<Empty
						action={
							<a class="button" href={hrefs.servers()}>
								{t('signInSomewhere')}
							</a>
						}
					>
						{t('contactsEmpty')}
					</Empty>
				)}
				{value && value.length > 0 && <Contacts all={value} />}
				<Forget empty={value?.length === 0} forget={forgetContacts} />
			</div>
		</Page>
	);
}

function Contacts({ all }: { all: readonly Contact[] }) {
	const { t } = useTexts();
	const me = useMe();
	const [order, setOrder] = useState<Order>('last');
	const shown = order === 'last' ? all : [...all].sort((a, b) => b.times - a.times);
	return (
		<section aria-labelledby="contacts">
			<h2 id="contacts">{t('contacts')}</h2>
			<p>{t('contactsCount', { count: all.length })}</p>
			<fieldset class="radio-row">
				<legend>{t('contactsOrder')}</legend>
				{(['last', 'most'] as const).map((one) => (
					<label key={one} class="chip">
						<input
							type="radio"
							name="order"
							checked={order === one}
							onChange={() => setOrder(one)}
						/>
						{t(ORDERS[one])}
					</label>
				))}
			</fieldset>
			<ul class="contacts" aria-labelledby="contacts">
				{shown.map((contact) => (
					<ContactItem key={contact.host} contact={contact} me={me.all ?? []} />
				))}
			</ul>
		</section>
	);
}
