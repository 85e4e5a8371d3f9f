package org.dockline.dashboard.view;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** An address without a page. */
@ParentLayout(MainLayout.class)
public final class NotFoundView extends DeadEnd implements HasErrorParameter<NotFoundException> {

  /** Built by Vaadin. */
  public NotFoundView() {
    super("not-found");
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
