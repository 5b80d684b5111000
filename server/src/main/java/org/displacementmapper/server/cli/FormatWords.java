package org.displacementmapper.server.cli;

import java.util.ListResourceBundle;
import java.util.stream.Collectors;
import org.displacementmapper.format.Format;
import org.displacementmapper.format.Formats;

/**
 * What help texts say of file formats, from the one list of them: {@code ${bundle:format.inputs}}
 * stands for those that can be read, {@code ${bundle:format.outputs}} for the endings of those that
 * can be written.
 */
final class FormatWords extends ListResourceBundle {

  static final String INPUTS = "${bundle:format.inputs}";
  static final String OUTPUTS = "${bundle:format.outputs}";

  @Override
  protected Object[][] getContents() {
    String inputs = Formats.readers().stream().map(Format::id).collect(Collectors.joining(", "));
    return new Object[][] {
      {"format.inputs", inputs}, {"format.outputs", Formats.endings(Formats.outputs())}
    };
  }
}
