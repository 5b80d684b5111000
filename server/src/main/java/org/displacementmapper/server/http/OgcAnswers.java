package org.displacementmapper.server.http;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.displacementmapper.server.ogc.Encoding;
import org.displacementmapper.server.ogc.Negotiation;
import org.displacementmapper.server.usecase.FeatureCollections;

/** Sends the documents of the OGC services in the encoding that the client asks for. */
final class OgcAnswers {

  private final FeatureCollections collections;
  private final PublicUrl publicUrl;
  private final DomContent corrections;

  OgcAnswers(FeatureCollections collections, PublicUrl publicUrl, PageFoot foot) {
    this.corrections = foot.corrections(PageWords.of(PageWords.ENGLISH));
    this.collections = collections;
    this.publicUrl = publicUrl;
  }

  /** Address of the server, without a slash at the end. */
  String base(Context context) {
    return publicUrl.of(context);
  }

  /** Address of the services, without a slash at the end. */
  String root(Context context) {
    return base(context) + OgcRoutes.ROOT;
  }

  /** What stands around the content of a page. */
  OgcPage.Site site(Context context, Optional<String> version) {
    return new OgcPage.Site(base(context), version, corrections);
  }

  /** Makes a document in an encoding, of the dataset version that the request names, if any. */
  @FunctionalInterface
  interface Document {
    Map<String, Object> of(Context context, Encoding encoding, Optional<String> version);
  }

  /** A route whose document is made of the data and sent in any of the encodings. */
  Route route(
      String path,
      String id,
      String summary,
      List<Param> params,
      List<Encoding> encodings,
      String schema,
      Document document) {
    return new Route(
        path,
        id,
        summary,
        params,
        encodings.stream().map(Encoding::mediaType).toList(),
        schema,
        (context, parameters) -> {
          Encoding encoding = negotiate(context, parameters, encodings);
          begin(context, encoding);
          Map<String, Object> body = document.of(context, encoding, parameters.version());
          Answers.send(
              context,
              identity(context, encoding, parameters.version()),
              encoding.contentType(),
              Answers.DATA,
              () ->
                  encoding == Encoding.HTML
                      ? OgcPage.of(site(context, parameters.version()), body)
                      : Json.bytes(body));
        });
  }

  static Encoding negotiate(Context context, Parameters parameters, List<Encoding> offered) {
    String accept = context.header("Accept");
    return Negotiation.choose(offered, parameters.find("f"), accept)
        .orElseThrow(
            () ->
                Problem.of(
                    406,
                    "Not acceptable",
                    "Accept was \"%s\": this address answers %s."
                        .formatted(
                            accept,
                            offered.stream()
                                .map(Encoding::mediaType)
                                .collect(Collectors.joining(", ")))));
  }

  /** What the answer depends on apart from its address. */
  String identity(Context context, Encoding encoding, Optional<String> version) {
    return collections.version(version)
        + base(context)
        + encoding.mediaType()
        + (encoding == Encoding.HTML ? corrections.render() : "");
  }

  /** What every answer says beside what its encoding needs. */
  static void begin(Context context, Encoding encoding) {
    context.header("Vary", "Accept, Accept-Encoding");
    if (encoding == Encoding.HTML) {
      context.header("Content-Security-Policy", OgcPage.CONTENT_SECURITY_POLICY);
    }
  }
}
