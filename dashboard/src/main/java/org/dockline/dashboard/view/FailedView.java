package org.dockline.dashboard.view;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be made; the log says why, the browser does not. */
@ParentLayout(MainLayout.class)
public final class FailedView extends DeadEnd implements HasErrorParameter<Exception> {

  private static final Logger LOG = LoggerFactory.getLogger(FailedView.class);

  /** Built by Vaadin. */
  public FailedView() {
    super("failed");
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    LOG.error("The page {} could not be made", event.getLocation().getPath(), error.getException());
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
