/* Into the title: the colours of every text, and where the lights stand. */
addEventListener("load", () => {
	const pairs = {}, at = [];
	const ground = e => {
		for (; e; e = e.parentElement) {
			const s = getComputedStyle(e);
			if (s.backgroundImage !== "none")
				return s.backgroundImage;
			if (!/, 0\)$|^transparent$/.test(s.backgroundColor))
				return s.backgroundColor;
		}
		return "rgb(255, 255, 255)";
	};
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walk.nextNode()) {
		const e = walk.currentNode.parentElement;
		const text = walk.currentNode.data.trim();
		if (text === "" || e.closest("svg, script, style, .skip"))
			continue;
		const s = getComputedStyle(e);
		const large = parseFloat(s.fontSize) >= 24;
		const key = s.color + "|" + ground(e) + "|" + large;
		pairs[key] = pairs[key] ||
		    [e.tagName + "." + e.className, text.slice(0, 40)];
	}
	for (const e of document.querySelectorAll(".t-lights .light")) {
		const all = e.getBoundingClientRect();
		const shape = e.firstElementChild.getBoundingClientRect();
		at.push({word: e.textContent.trim(),
		    all: [all.x, all.y, all.width, all.height],
		    shape: [shape.x, shape.y, shape.width, shape.height]});
	}
	document.title = JSON.stringify({pairs: pairs, lights: at});
});
