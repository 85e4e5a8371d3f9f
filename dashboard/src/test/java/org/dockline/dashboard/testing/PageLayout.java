package org.dockline.dashboard.testing;

import com.microsoft.playwright.Page;
import java.util.List;

/** What is wrong with how a page lies in its window. */
public final class PageLayout {

  /** Words beyond the window or cut by what they stand in, and boxes that scroll sideways. */
  private static final String PROBLEMS =
      """
      () => {
        const problems = new Set();
        const root = document.documentElement;
        const width = root.clientWidth;
        const name = e => e.id || e.getAttribute('class') || e.tagName.toLowerCase();
        if (root.scrollWidth > width) problems.add(`the page is ${root.scrollWidth - width} px too wide`);
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const node = texts.currentNode;
          const said = node.data.trim();
          const parent = node.parentElement;
          if (!said || parent.closest('script,style,.skip,.only-heard,thead')) continue;
          if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          if (box.left < -1 || box.right > width + 1) problems.add(`"${said}" is beyond the window`);
          for (let e = parent; e !== root; e = e.parentElement) {
            if (!['hidden', 'clip'].includes(getComputedStyle(e).overflowX)) continue;
            const edge = e.getBoundingClientRect();
            if (box.left < edge.left - 1 || box.right > edge.right + 1) problems.add(`"${said}" is cut by ${name(e)}`);
          }
        }
        for (const input of document.querySelectorAll('input')) {
          if (input.checkVisibility() && input.scrollWidth > input.clientWidth + 1) problems.add(`"${input.value || input.placeholder}" is cut by its field`);
        }
        for (const box of document.querySelectorAll('.side-card, .figures, .chooser')) {
          if (box.checkVisibility() && box.scrollWidth > box.clientWidth + 1) problems.add(`${name(box)} is too narrow for what is in it`);
        }
        return [...problems];
      }
      """;

  private PageLayout() {}

  /** Each in words; none when all is well. */
  public static List<?> problems(Page page) {
    return (List<?>) page.evaluate(PROBLEMS);
  }
}
