package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MethodTextTest {

  @Test
  void leavesOutTheTitleAndLowersTheOtherHeadings() {
    assertEquals(
        "<p>One.</p>\n<h3 id=\"method-product-a-independent\">Product A (<code>Independent</code>)"
            + "</h3>\n",
        MethodText.html("# Title\n\nOne.\n\n## Product A (`Independent`)\n", "table"));
  }

  @Test
  void showsHtmlAsTextAndLinksToNoScript() {
    String html = MethodText.html("<script>alert(1)</script>\n\n[x](javascript:alert(1))", "table");
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("javascript:"), html);
  }

  @Test
  void putsTablesWhereTheyCanBeScrolledByKeyboard() {
    String html = MethodText.html("| | a |\n| --- | --- |\n| b | 1 |\n", "wide");
    assertTrue(
        html.startsWith(
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"wide\"><table"),
        html);
    assertTrue(html.contains("<td></td>"), "an empty header is no header: " + html);
    assertTrue(html.contains("<th scope=\"col\">a</th>"), html);
  }
}
