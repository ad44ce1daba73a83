import { browser } from 'wxt/browser';
import { Panel } from '../../components/panel';
import { leadElsewhere } from '../../components/shared/elsewhere';
import { pageAddress } from '../../lib/browser';
import { startPage } from '../app/start';

/** There is room for the timeline alone: all else opens in a tab. */
leadElsewhere(
	({ page }) => page === 'timeline',
	(href) => {
		browser.tabs.create({ url: pageAddress('/app.html') + href }).catch(reportError);
	},
);

startPage((earlier) => <Panel earlier={earlier} />).catch(reportError);
