import { type Evidence, strengthOf } from '../../lib/people';
import { useTexts } from '../shared/texts';

/** Each reason in a sentence, the strongest first. */
export function EvidenceLines({ evidence }: { evidence: readonly Evidence[] }) {
	const say = useSentence();
	const lines = [...new Set(evidence.map(say))];
	if (lines.length === 0) return null;
	return (
		<ul class="same-evidence">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}

function useSentence(): (evidence: Evidence) => string {
	const { t, date } = useTexts();
	return (one) => {
		if (one.kind === 'said') return t('samePersonSaid', { date: date(one.at, 'day') });
		if (one.kind === 'mine') {
			return t(one.how === 'signedIn' ? 'samePersonSignedIn' : 'samePersonImported');
		}
		const by = `@${one.by.handle}`;
		const of = `@${one.of.handle}`;
		switch (one.kind) {
			case 'mutual':
				return t('samePersonMutual', { by, of });
			case 'both':
				return t('samePersonBoth', { by, of });
			case 'verified':
				return t('samePersonVerified', { by, of, date: date(one.at, 'day') });
			case 'domain':
				return t('samePersonDomain', { by, of, date: date(one.at, 'day') });
			case 'named':
				if (one.how === 'bio') return t('samePersonNamedBio', { by, of });
				if (one.how === 'moved') return t('samePersonNamedMoved', { by, of });
				return t('samePersonNamedField', { by, of });
		}
	};
}

/** What evidence comes to, in a word. */
export function useStrengthWords(): (evidence: readonly Evidence[]) => string {
	const { t } = useTexts();
	return (evidence) => {
		if (evidence.some(({ kind }) => kind === 'mine')) return t('samePersonYours');
		switch (strengthOf(evidence)) {
			case 'proven':
				return t('samePersonProven');
			case 'claimed':
				return t('samePersonClaimed');
			default:
				return t('samePersonYouSay');
		}
	};
}
