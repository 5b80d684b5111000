package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that stopped half way: most often the client has gone. The connection is closed without
 * the end mark of its body, which is how a client learns that it is not whole.
 */
final class BrokenAnswerException extends UncheckedIOException {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private static final long serialVersionUID = 1L;

  BrokenAnswerException(IOException cause) {
    super(cause);
  }

  void breakOff(Context context) {
    LOG.info("{} broke off: {}", context.path(), getCause().toString());
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
