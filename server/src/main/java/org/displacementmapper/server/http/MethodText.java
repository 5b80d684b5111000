package org.displacementmapper.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The text of the method ({@code geodata/docs/method.md}) as HTML below a page's own headings: its
 * title is left out, its other headings have an address. HTML in it is shown as text.
 */
final class MethodText {

  private static final String RESOURCE = "/web/text/method.md";

  private MethodText() {}

  /**
   * @param tableLabel what a table is called that is too wide for its page and is scrolled
   */
  static String html(String tableLabel) {
    return html(read(), tableLabel);
  }

  static String html(String markdown, String tableLabel) {
    List<TablesExtension> extensions = List.of((TablesExtension) TablesExtension.create());
    Node document = Parser.builder().extensions(extensions).build().parse(markdown);
    if (document.getFirstChild() instanceof Heading title && title.getLevel() == 1) {
      title.unlink();
    }
    document.accept(new Lower());
    String html =
        HtmlRenderer.builder()
            .extensions(extensions)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> MethodText::attributes)
            .build()
            .render(document);
    // Text cannot hold these tags: it is escaped.
    return html.replace("<th scope=\"col\"></th>", "<td></td>")
        .replace(
            "<table>",
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\""
                + tableLabel
                + "\"><table class=\"numbers\">")
        .replace("</table>", "</table></div>");
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading heading) {
      attributes.put("id", "method-" + slug(heading));
    } else if (tag.equals("th")) {
      attributes.put("scope", "col");
    } else if (tag.equals("pre")
        && (node instanceof IndentedCodeBlock || node instanceof FencedCodeBlock)) {
      attributes.put("tabindex", "0"); // it may be wider than the page, and is scrolled by keyboard
    }
  }

  /** Headings of the document stand below those of the page. */
  private static final class Lower extends AbstractVisitor {
    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(6, heading.getLevel() + 1));
    }
  }

  private static String slug(Heading heading) {
    StringBuilder text = new StringBuilder();
    heading.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text node) {
            text.append(node.getLiteral());
          }

          @Override
          public void visit(Code node) {
            text.append(node.getLiteral());
          }
        });
    return text.toString()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static String read() {
    try (InputStream in = MethodText.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + RESOURCE, failure);
    }
  }
}
