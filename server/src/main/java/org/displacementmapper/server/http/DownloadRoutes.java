package org.displacementmapper.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.format.CsvFormat;
import org.displacementmapper.format.CsvOptions;
import org.displacementmapper.format.FeatureWriter;
import org.displacementmapper.format.Format;
import org.displacementmapper.format.Formats;
import org.displacementmapper.server.usecase.ExportLayer;

/**
 * Whole layers as files, in every format that holds features. What a file says of itself stands in
 * its headers too, for the formats that have no place for it.
 */
final class DownloadRoutes implements Routes {

  /** Header that carries, as JSON in ASCII, what the file says of itself. */
  static final String ABOUT = "Displacement-Mapper-About";

  /** Headers of HEAD: features of the file, and its bytes before any compression on the way. */
  static final String ROWS = "Displacement-Mapper-Rows";

  static final String BYTES = "Displacement-Mapper-Bytes";

  /** Files with more features are not written only to be measured. */
  private static final int MOST_MEASURED = 20_000;

  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ExportLayer exportLayer;

  DownloadRoutes(ExportLayer exportLayer) {
    this.exportLayer = exportLayer;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (FeatureWriter writer : Formats.writers()) {
      String ending = writer.extensions().get(0);
      List<Param> params = new ArrayList<>(List.of(Param.LAYER));
      params.addAll(Param.QUESTION);
      params.add(Param.PROPERTIES);
      if (writer instanceof CsvFormat) {
        params.addAll(List.of(Param.BOM, Param.HXL, Param.GEOMETRY));
      }
      routes.add(
          new Route(
              "/download/{layer}." + ending,
              "layer.download." + writer.id(),
              "A whole layer as a file: " + writer.id() + ".",
              params,
              List.of(writer.mediaType()),
              "",
              (context, parameters) -> send(context, parameters, writer)));
    }
    return routes;
  }

  private void send(Context context, Parameters parameters, FeatureWriter writer) {
    ExportLayer.Prepared file =
        exportLayer.prepare(
            context.pathParam("layer"), parameters.question(), parameters.list("properties"));
    CsvOptions csv =
        new CsvOptions(
            parameters.flag("bom"),
            parameters.flag("hxl"),
            !parameters.choice("geometry", Param.GEOMETRIES).equals("none"));
    introduce(context, file.fileName(), writer, file.about());
    if (context.method() == HandlerType.HEAD) {
      measure(context, file, writer, csv);
    }
    Answers.stream(
        context,
        file.version() + file.about().get("corrections"),
        writer.mediaType(),
        Answers.DATA,
        out -> file.write(writer, csv, out));
  }

  /** Who asks for the headers alone wants to know how large the file is. */
  private static void measure(
      Context context, ExportLayer.Prepared file, FeatureWriter writer, CsvOptions csv) {
    try {
      ExportLayer.Size size = file.measure(writer, csv, MOST_MEASURED);
      context.header(ROWS, Long.toString(size.features()));
      size.bytes().ifPresent(bytes -> context.header(BYTES, Long.toString(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Headers that name the file and say what it is. */
  static void introduce(
      Context context, String fileName, Format format, Map<String, Object> about) {
    context.header(
        "Content-Disposition",
        "attachment; filename=\"" + fileName + "." + format.extensions().get(0) + '"');
    context.header(ABOUT, json(about));
    String version = context.queryParam(Param.V.name());
    String layers = "/layers" + (version == null ? "" : "?v=" + Languages.encoded(version));
    context.header("Link", "<" + layers + ">; rel=\"describedby\"; type=\"application/json\"");
  }

  private static String json(Map<String, Object> about) {
    try {
      return ASCII.writeValueAsString(new LinkedHashMap<>(about));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
