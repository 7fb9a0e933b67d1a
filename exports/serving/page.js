/* The query page: a list of questions, an editor, an answer whose values lead to their sources.
   Every text of the graph becomes a text node; nothing is ever read as HTML. */
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var words = data.words;
  var language = document.documentElement.lang;
  var labels = {};
  var turn = 0;      // Counts what was asked: a late answer to something else is not shown.
  var filledIn = ''; // The query that the page itself wrote.
  var byId = function (id) { return document.getElementById(id); };
  var editor = window.CodeMirror.fromTextArea(byId('query'), {
    mode: 'application/sparql-query', lineNumbers: true, lineWrapping: true,
    extraKeys: { 'Ctrl-Enter': run, 'Cmd-Enter': run, Tab: false, 'Shift-Tab': false }
  });
  editor.getInputField().setAttribute('aria-label', words.editor);

  function element(name, text, properties) {
    var made = document.createElement(name);
    if (text !== undefined) { made.textContent = text; }
    Object.keys(properties || {}).forEach(function (key) { made[key] = properties[key]; });
    return made;
  }

  function empty(node) { while (node.firstChild) { node.removeChild(node.firstChild); } return node; }

  function complain(sentence) { tell('message', sentence); }

  function tell(place, sentence) {
    byId(place).textContent = sentence;
    byId(place).hidden = !sentence;
  }

  /* Nothing of the last answer may stand under the next question. */
  function clear() {
    turn += 1;
    complain('');
    tell('note', '');
    empty(byId('answer'));
    byId('state').textContent = '';
    byId('downloads').hidden = byId('hint').hidden = true;
  }

  function ask(query, accept) {
    return fetch('sparql?lang=' + language, {
      method: 'POST', body: query,
      headers: { 'Content-Type': 'application/sparql-query', Accept: accept }
    }).then(checked);
  }

  function checked(response) {
    if (response.ok) { return response; }
    return response.text().then(function (sentence) { throw new Error(sentence); });
  }

  function withPrefixes(query) {
    return Object.keys(data.prefixes).filter(function (prefix) {
      return query.indexOf(prefix + ':') >= 0 && !new RegExp('prefix\\s+' + prefix + ':', 'i').test(query);
    }).map(function (prefix) {
      return 'PREFIX ' + prefix + ': <' + data.prefixes[prefix] + '>\n';
    }).join('') + query;
  }

  function list() {
    var wanted = byId('search').value.trim().toLowerCase();
    var place = empty(byId('questions'));
    var group = '';
    data.questions.forEach(function (question) {
      var text = (question.title + ' ' + question.other + ' ' + question.name).toLowerCase();
      if (wanted && text.indexOf(wanted) < 0) { return; }
      if (question.group !== group) {
        group = question.group;
        place.appendChild(element('li', group, { className: 'group' }));
      }
      var button = element('button', question.title, { type: 'button', title: question.other });
      button.setAttribute('data-name', question.name);
      button.addEventListener('click', function () { choose(question, button); });
      place.appendChild(element('li')).appendChild(button);
    });
  }

  function choose(question, button, given, note) {
    var current = document.querySelector('#questions [aria-current]');
    if (current) { current.removeAttribute('aria-current'); }
    button.setAttribute('aria-current', 'true');
    clear();
    if (editor.getValue() === filledIn) { editor.setValue(''); }
    var form = empty(byId('parameters'));
    form.hidden = false;
    form.appendChild(element('h2', question.title));
    question.parameters.forEach(function (parameter) {
      var label = form.appendChild(element('label', parameter.label + (parameter.required ? ' *' : '')));
      label.appendChild(element('input', undefined, {
        name: parameter.name, required: parameter.required, placeholder: parameter.example,
        value: given && given[parameter.name] || parameter.default
      }));
    });
    form.appendChild(element('button', words.ask, { type: 'submit' }));
    form.onsubmit = function (event) { event.preventDefault(); fill(question, form); };
    if (given || !question.parameters.some(function (parameter) { return parameter.required; })) {
      fill(question, form, note);
    } else {
      form.querySelector('input').focus();
    }
  }

  /* A question in plain words is understood by the server; the page shows what it was taken to ask. */
  function understand(event) {
    var asked = byId('search').value.trim();
    event.preventDefault();
    if (!asked) { return; }
    clear();
    fetch('understood?lang=' + language + '&words=' + encodeURIComponent(asked)).then(checked).then(function (response) {
      return response.json();
    }).then(function (meant) {
      if (!meant.question) { complain(meant.note); return; }
      byId('search').value = '';
      list();
      var question = data.questions.filter(function (each) { return each.name === meant.question; })[0];
      choose(question, document.querySelector('#questions [data-name="' + meant.question + '"]'), meant.given, meant.note);
    }).catch(function (error) { complain(error.message); });
  }

  function fill(question, form, note) {
    var given = ['lang=' + language];
    Array.prototype.forEach.call(form.querySelectorAll('input'), function (input) {
      given.push(encodeURIComponent(input.name) + '=' + encodeURIComponent(input.value));
    });
    clear();
    var mine = turn;
    fetch('questions/' + question.name + '?' + given.join('&')).then(checked).then(function (response) {
      return response.json();
    }).then(function (made) {
      if (mine !== turn) { return; }
      filledIn = made.query.trim();
      editor.setValue(filledIn);
      labels = made.columns;
      show();
      tell('note', [note, made.note].filter(Boolean).join('\n'));
    }).catch(function (error) { if (mine === turn) { complain(error.message); } });
  }

  /* A term that the ontology does not hold matches nothing, and the endpoint says nothing of it. */
  function run() {
    labels = {};
    show();
    var mine = turn;
    fetch('checked?lang=' + language, { method: 'POST', body: editor.getValue() }).then(checked).then(function (response) {
      return response.text();
    }).then(function (note) { if (mine === turn) { tell('note', note); } }).catch(function () {});
  }

  function show() {
    var accept = 'application/sparql-results+json, text/turtle';
    clear();
    var mine = turn;
    byId('state').textContent = words.waiting;
    ask(editor.getValue(), accept).then(function (response) {
      if (mine !== turn) { return undefined; }
      var cut = response.headers.get('X-Dutygraph-Cut');
      if (cut) { complain(words.cut + cut.split(' ')[1] + ' ' + (/^rows/.test(cut) ? words.rows : 's')); }
      return /json/.test(response.headers.get('Content-Type')) ? response.json().then(draw) : response.text().then(write);
    }).catch(function (error) {
      if (mine === turn) { byId('state').textContent = ''; complain(error.message); }
    });
  }

  function write(text) {
    byId('state').textContent = '';
    byId('answer').appendChild(element('pre', text));
  }

  function draw(answer) {
    if (answer.boolean !== undefined) { write(String(answer.boolean)); return; }
    var rows = answer.results.bindings;
    var table = element('table');
    var head = table.appendChild(element('thead')).appendChild(element('tr'));
    answer.head.vars.forEach(function (name) {
      head.appendChild(element('th', labels[name] ? labels[name].label : name, { scope: 'col' }));
    });
    var body = table.appendChild(element('tbody'));
    rows.forEach(function (row) {
      var line = body.appendChild(element('tr'));
      answer.head.vars.forEach(function (name) { line.appendChild(cell(name, row[name])); });
    });
    byId('answer').appendChild(table);
    byId('state').textContent = rows.length + ' ' + words.rows;
    byId('downloads').hidden = byId('hint').hidden = false;
  }

  function cell(name, term) {
    if (!term) { return element('td'); }
    var codes = labels[name] ? labels[name].codes : {};
    var text = codes[term.value] || shortened(term);
    if (/#(integer|decimal|double)$/.test(term.datatype || '')) {
      return element('td', text, { className: 'number' });
    }
    var made = element('td');
    var button = made.appendChild(element('button', text, { type: 'button' }));
    button.addEventListener('click', function () { locate(term); });
    return made;
  }

  function shortened(term) {
    if (term.type !== 'uri') { return term.value; }
    var found = Object.keys(data.prefixes).filter(function (prefix) {
      return term.value.indexOf(data.prefixes[prefix]) === 0;
    }).sort(function (a, b) { return data.prefixes[b].length - data.prefixes[a].length; })[0];
    return found ? found + ':' + term.value.slice(data.prefixes[found].length) : term.value;
  }

  function written(term) {
    if (term.type === 'uri') { return '<' + term.value + '>'; }
    var tail = term['xml:lang'] ? '@' + term['xml:lang'] : term.datatype ? '^^<' + term.datatype + '>' : '';
    return JSON.stringify(term.value) + tail;
  }

  function locate(term) {
    var holder = term.type === 'uri' ? 'VALUES ?thing { ' + written(term) + ' }' : '?thing ?says ' + written(term) + ' .';
    var query = 'SELECT DISTINCT ?file ?place ?words WHERE { ' + holder +
      ' { ?thing duty:mention ?m } UNION { ?act duty:participant ?thing ; duty:mention ?m }' +
      ' ?m duty:place ?place ; oa:hasSource ?source . ?source duty:fileName ?file .' +
      ' OPTIONAL { ?m oa:exact ?words } } ORDER BY ?file ?place LIMIT 50';
    var place = empty(byId('quotes'));
    byId('source').hidden = false;
    ask(withPrefixes(query), 'application/sparql-results+json').then(function (response) {
      return response.json();
    }).then(function (answer) {
      place.appendChild(element('p', shortened(term)));
      answer.results.bindings.forEach(function (row) {
        place.appendChild(element('div', row.file.value + ' · ' + row.place.value, { className: 'quiet' }));
        place.appendChild(element('blockquote', row.words ? row.words.value : shortened(term)));
      });
      if (!answer.results.bindings.length) { place.appendChild(element('p', words['no-source'], { className: 'quiet' })); }
    }).catch(function (error) { place.appendChild(element('p', error.message)); });
  }

  function save(media, name) {
    var query = withPrefixes(editor.getValue());
    var content = media === 'application/sparql-query' ? Promise.resolve(new Blob([query], { type: media })) :
      ask(query, media).then(function (response) { return response.blob(); });
    content.then(function (blob) {
      var link = element('a', '', { href: URL.createObjectURL(blob), download: name });
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    }).catch(function (error) { complain(error.message); });
  }

  byId('run').addEventListener('click', run);
  byId('search').addEventListener('input', list);
  byId('asking').addEventListener('submit', understand);
  byId('close').addEventListener('click', function () { byId('source').hidden = true; });
  Array.prototype.forEach.call(document.querySelectorAll('#downloads button'), function (button) {
    button.addEventListener('click', function () {
      save(button.getAttribute('data-media'), button.getAttribute('data-name'));
    });
  });
  list();
}());
