import { useNavigation } from '../shared/navigation';
import { Page } from '../shared/page';
import { type ComposeWish, hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { Compose } from './compose';
import { WritingPlaces } from './writing-places';

/** `#/compose` */
export function ComposePage({ wish }: { wish: ComposeWish }) {
	const { t } = useTexts();
	const { replace } = useNavigation();
	return (
		<Page
			title={t(wish.reply ? 'composeReply' : wish.edit ? 'composeEdit' : 'compose')}
			bar={<WritingPlaces now="compose" />}
		>
			<div class="column">
				{/* The address names what is shown: a reload leads back to it, and to ask for a new one is another address. */}
				<Compose wish={wish} now={(shown) => replace(hrefs.compose(shown))} />
			</div>
		</Page>
	);
}
