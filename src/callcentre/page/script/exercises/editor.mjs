// The editor of a cell: CodeMirror with what Python needs. Tab indents; Escape and then Tab leaves.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

const SPACES = "    ";
const KEYS = "exercise-keys"; // the words of the page that tell of them

export class Editor {
  /**
   * @param {Element} parent
   * @param {{ text: string, label: string, changed: () => void, run: () => void }} options
   */
  constructor(parent, { text, label, changed, run }) {
    const runs = () => {
      run();
      return true;
    };
    parent.addEventListener("keydown", keepFromPage);
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          history(),
          bracketMatching(),
          indentUnit.of(SPACES),
          pythonLanguage,
          syntaxHighlighting(classHighlighter),
          Prec.high(
            keymap.of([
              { key: "Shift-Enter", run: runs },
              { key: "Mod-Enter", run: runs },
            ]),
          ),
          keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": KEYS, tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed();
          }),
        ],
      }),
    });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  set text(text) {
    if (text === this.text) return;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }
}

/**
 * Keep what is typed from the page's own keys: Sphinx takes "/" for its search wherever it knows no field.
 *
 * @param {Event} event
 */
function keepFromPage(event) {
  const { ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
  if (!ctrlKey && !metaKey) event.stopPropagation();
}
