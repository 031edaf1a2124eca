
// Picks rows of the index. Its page lets in this text and no other: the
// program puts its digest into the page's security policy. What is picked
// stands in the address: index.html#q=odense&light=Rød
(function () {
	'use strict';

	function fold(text) {
		return text.toLowerCase().replace(/æ/g, 'ae').replace(/ø/g, 'oe')
		    .replace(/å/g, 'aa');
	}

	function start(box) {
		var rows = Array.from(
		    document.getElementById(box.dataset.table).rows);
		var words = box.querySelector('input');
		var selects = Array.from(box.querySelectorAll('select'));
		var hits = box.querySelector('.hits');

		function fits(row) {
			var text = fold(row.dataset.words);

			return fold(words.value).split(/\s+/).every(function (word) {
				return text.includes(word);
			}) && selects.every(function (select) {
				return select.value === '' ||
				    row.dataset[select.dataset.facet].split('\n')
				    .includes(select.value);
			});
		}

		function show() {
			var count = 0;

			rows.forEach(function (row) {
				row.hidden = !fits(row);
				count += row.hidden ? 0 : 1;
			});
			hits.textContent = hits.dataset.said
			    .replace('{1}', count).replace('{2}', rows.length);
		}

		function read() {
			var asked = new URLSearchParams(location.hash.slice(1));

			words.value = asked.get('q') || '';
			selects.forEach(function (select) {
				select.value = asked.get(select.dataset.facet) || '';
				if (select.selectedIndex === -1)
					select.value = '';
			});
			show();
		}

		function write() {
			var asked = new URLSearchParams();

			if (words.value !== '')
				asked.set('q', words.value);
			selects.forEach(function (select) {
				if (select.value !== '')
					asked.set(select.dataset.facet, select.value);
			});
			try {
				history.replaceState(null, '', '#' + asked);
			} catch (refused) {
				// The rows are picked all the same.
			}
			show();
		}

		words.addEventListener('input', write);
		selects.forEach(function (select) {
			select.addEventListener('change', write);
		});
		box.querySelector('button').addEventListener('click', function () {
			words.value = '';
			selects.forEach(function (select) {
				select.value = '';
			});
			write();
			words.focus();
		});
		window.addEventListener('hashchange', read);
		box.hidden = false;
		read();
	}

	document.querySelectorAll('.filter').forEach(start);
}());
