// Picks and sorts rows of the index. Its page lets in this text and no other:
// the program puts its digest into the page's security policy. What is picked
// stands in the address, so that it can be sent:
// index.html#q=odense&trafiklys=roed&sort=-kommune
(function () {
	'use strict';

	var danish = new Intl.Collator('da', {numeric: true});

	function fold(text) {
		return text.toLowerCase().replace(/æ/g, 'ae').replace(/ø/g, 'oe')
		    .replace(/å/g, 'aa').normalize('NFD')
		    .replace(/[\u0300-\u036f]/g, '');
	}

	// As it stands in an address: "Bølge 1" is "boelge-1".
	function slug(text) {
		return fold(text).replace(/[^a-z0-9]+/g, '-')
		    .replace(/^-|-$/g, '');
	}

	function start(box) {
		var body = document.getElementById(box.dataset.table);
		var rows = Array.from(body.rows);
		var words = box.querySelector('input');
		var selects = Array.from(box.querySelectorAll('select'));
		var hits = box.querySelector('.hits');
		var heads = Array.from(
		    body.parentNode.querySelectorAll('th[data-sort]'));
		var names = new Map();
		var by = null;
		var down = false;

		selects.forEach(function (select) {
			names.set(select, slug(select.labels[0].textContent));
		});
		heads.forEach(function (head) {
			names.set(head, slug(head.textContent));
		});

		// Lines at the same place are about the same thing; one line
		// holds for all.
		function fits(row) {
			var text = fold(row.dataset.words);
			var chosen = selects.filter(function (select) {
				return select.value !== '';
			});
			var lines = chosen.map(function (select) {
				return row.dataset[select.dataset.facet].split('\n');
			});
			var most = lines.reduce(function (most, line) {
				return Math.max(most, line.length);
			}, 1);

			function holds(at) {
				return chosen.every(function (select, i) {
					return select.value ===
					    lines[i][lines[i].length === 1 ? 0 : at];
				});
			}

			return fold(words.value).split(/\s+/).every(function (word) {
				return text.includes(word);
			}) && Array.from({length: most}, function (_, at) {
				return at;
			}).some(holds);
		}

		// What is empty stays last, whichever way.
		function compare(a, b) {
			var one = a.cells[by.cellIndex];
			var other = b.cells[by.cellIndex];
			var order;

			if (one.textContent === '' || other.textContent === '')
				return (one.textContent === '') -
				    (other.textContent === '');
			if (one.dataset.order && other.dataset.order)
				order = one.dataset.order - other.dataset.order;
			else
				order = danish.compare(one.textContent,
				    other.textContent);
			return down ? -order : order;
		}

		function said(count) {
			var text = hits.dataset.said;

			if (by !== null)
				text += (down ? hits.dataset.sortedDown :
				    hits.dataset.sorted)
				    .replace('{1}', by.textContent);
			return text.replace('{1}', count)
			    .replace('{2}', rows.length);
		}

		function show() {
			var sorted = by === null ? rows : rows.slice().sort(compare);
			var count = 0;

			sorted.forEach(function (row) {
				row.hidden = !fits(row);
				count += row.hidden ? 0 : 1;
				body.appendChild(row);
			});
			heads.forEach(function (head) {
				if (head !== by)
					head.removeAttribute('aria-sort');
				else
					head.setAttribute('aria-sort',
					    down ? 'descending' : 'ascending');
			});
			[words].concat(selects).forEach(function (field) {
				field.parentNode.classList.toggle('chosen',
				    field.value !== '');
			});
			hits.textContent = said(count);
		}

		function choose(select, asked) {
			select.value = '';
			Array.from(select.options).forEach(function (option) {
				if (asked !== null && option.value !== '' &&
				    slug(option.value) === slug(asked))
					select.value = option.value;
			});
		}

		function read() {
			var asked = new URLSearchParams(location.hash.slice(1));
			var sort = asked.get('sort') || '';

			words.value = asked.get('q') || '';
			selects.forEach(function (select) {
				choose(select, asked.get(names.get(select)) ||
				    asked.get(select.dataset.facet));
			});
			down = sort.startsWith('-');
			by = heads.find(function (head) {
				return names.get(head) === sort.replace(/^-/, '');
			}) || null;
			show();
			if (by !== null || hits.parentNode.querySelector('.chosen'))
				box.scrollIntoView();
		}

		function write() {
			var asked = new URLSearchParams();

			if (words.value !== '')
				asked.set('q', words.value);
			selects.forEach(function (select) {
				if (select.value !== '')
					asked.set(names.get(select),
					    slug(select.value));
			});
			if (by !== null)
				asked.set('sort', (down ? '-' : '') +
				    names.get(by));
			try {
				history.replaceState(null, '', '#' + asked);
			} catch (refused) {
				// The rows are picked all the same.
			}
			show();
		}

		function sortable(head) {
			var button = document.createElement('button');

			button.type = 'button';
			button.append(...head.childNodes);
			head.append(button);
			button.addEventListener('click', function () {
				down = by === head && !down;
				by = head;
				write();
			});
		}

		words.addEventListener('input', write);
		selects.forEach(function (select) {
			select.addEventListener('change', write);
		});
		heads.forEach(sortable);
		box.querySelector('button').addEventListener('click', function () {
			words.value = '';
			selects.forEach(function (select) {
				select.value = '';
			});
			by = null;
			write();
			words.focus();
		});
		window.addEventListener('hashchange', read);
		box.hidden = false;
		read();
	}

	document.querySelectorAll('.filter').forEach(start);
}());
