import { FilePlus2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { addressOf, readBrought, textOf } from '../../lib/beside';
import type { Draft } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { usePlace } from './place';
import type { DraftChange } from './writer';

/** In the popup: title and link of the page below, and the words that are marked there, at one press. */
export function AddPage({ change }: { change(how: (draft: Draft) => DraftChange): void }) {
	const { t } = useTexts();
	const { readPage } = usePlace();
	const [missing, setMissing] = useState(false);
	if (!readPage) return null;
	const add = async () => {
		const page = readBrought(await readPage());
		setMissing(!addressOf(page?.url));
		if (!page || !addressOf(page.url)) return;
		const added = textOf(page);
		change(({ text }) => ({ text: [text.trimEnd(), added].filter(Boolean).join('\n\n') }));
	};
	return (
		<p class="add-page">
			<button type="button" class="chip" onClick={() => add().catch(reportError)}>
				<FilePlus2 size={16} aria-hidden="true" />
				{t('addPage')}
			</button>
			<span role="status" class="quiet">
				{missing && t('addPageNone')}
			</span>
		</p>
	);
}
