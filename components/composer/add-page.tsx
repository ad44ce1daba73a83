import { FileMinus2, FilePlus2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Draft } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { pageText } from './opening';
import { usePlace } from './place';
import type { DraftChange } from './writer';

type AddPageProps = {
	draft: Draft;
	/** What of its text is the page's already. */
	page: string | undefined;
	change(how: (draft: Draft) => DraftChange): void;
};

/** In the popup: title and link of the page below, and the words that are marked there, in or out at one press. */
export function AddPage({ draft, page, change }: AddPageProps) {
	const { t } = useTexts();
	const place = usePlace();
	const [added, setAdded] = useState(page);
	const [missing, setMissing] = useState(false);
	if (!place.readPage) return null;
	const isIn = added !== undefined && draft.text.includes(added);
	const press = async () => {
		if (isIn) {
			change(({ text }) => ({ text: text.replace(added, () => '').trim() }));
			return;
		}
		const read = await pageText(place);
		setMissing(read === undefined);
		if (read === undefined) return;
		setAdded(read);
		change(({ text }) => ({ text: [text.trimEnd(), read].filter(Boolean).join('\n\n') }));
	};
	const Icon = isIn ? FileMinus2 : FilePlus2;
	return (
		<p class="add-page">
			<button type="button" class="chip" onClick={() => press().catch(reportError)}>
				<Icon size={16} aria-hidden="true" />
				{t(isIn ? 'leavePage' : 'addPage')}
			</button>
			<span role="status" class="quiet">
				{missing && t('addPageNone')}
			</span>
		</p>
	);
}
