import type { OperatorKind } from '../../lib/model';
import type { Key } from '../../lib/texts';
import { OutLink } from '../post/text';
import { useTexts } from '../shared/texts';
import { nameOf } from './names';
import type { Value } from './rows';

export const KINDS: Readonly<Record<OperatorKind, Key>> = {
	foundation: 'kindFoundation',
	association: 'kindAssociation',
	cooperative: 'kindCooperative',
	nonProfitCompany: 'kindNonProfitCompany',
	publicBody: 'kindPublicBody',
	company: 'kindCompany',
	person: 'kindPerson',
	unknown: 'kindUnknown',
};

const JOINING = {
	open: 'joinOpen',
	invitation: 'joinInvitation',
	approval: 'joinApproval',
} as const;

type FieldValueProps = {
	value: Value | undefined;
	/** What is said where nothing was found. */
	missing?: 'charterUnknown' | 'charterUnlisted';
};

/** The value of one line of a charter; says so where nothing was found. */
export function FieldValue({ value, missing = 'charterUnknown' }: FieldValueProps) {
	const { t, language, list } = useTexts();
	switch (value?.type) {
		case 'words':
			return <bdi>{value.text}</bdi>;
		case 'link':
			return (
				<>
					<OutLink href={value.href}>
						<bdi>{value.text ?? short(value.href)}</bdi>
					</OutLink>
					{value.unread && (
						<p class="quiet">
							{t(value.unread === 'here' ? 'charterUnread' : 'charterUnreadElsewhere')}
						</p>
					)}
				</>
			);
		case 'kind':
			return <>{t(KINDS[value.kind])}</>;
		case 'country':
			return (
				<>
					{nameOf(value.code, 'region', language)}
					{value.seat && <span class="quiet"> {t('charterSeat')}</span>}
				</>
			);
		case 'languages':
			return <>{list(value.tags.map((tag) => nameOf(tag, 'language', language)))}</>;
		case 'rules':
			return value.rules.length === 0 ? (
				t('charterRulesNone')
			) : (
				<details class="charter-rules">
					<summary>{t('charterRuleCount', { count: value.rules.length })}</summary>
					<ol>
						{value.rules.map(({ id, text, hint }) => (
							<li key={id} dir="auto">
								{text}
								{hint && <p class="quiet">{hint}</p>}
							</li>
						))}
					</ol>
				</details>
			);
		case 'join':
			return <>{t(JOINING[value.how])}</>;
		default:
			return <span class="unknown">{t(missing)}</span>;
	}
}

function short(href: string): string {
	return href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
