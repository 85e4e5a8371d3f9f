package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.WarehouseException;
import org.junit.jupiter.api.Test;

/** What the first run on SQL Server sends; there is no server here to take it. */
class ServerSetupTest {

  private static final String URL =
      "jdbc:sqlserver://sqlserver:1433;databaseName=dockline;encrypt=true;trustServerCertificate=true";

  private final ServerSetup setup = setup("dockline_etl", "it's");

  @Test
  void databaseAndLoginsAreMadeOnce() {
    assertThat(setup.databaseStatements())
        .containsExactly(
            "IF DB_ID(N'dockline') IS NULL CREATE DATABASE [dockline]",
            "IF SUSER_ID(N'dockline_etl') IS NULL CREATE LOGIN [dockline_etl] WITH PASSWORD = N'it''s'"
                + " ELSE ALTER LOGIN [dockline_etl] WITH PASSWORD = N'it''s'",
            "IF SUSER_ID(N'dockline_reader') IS NULL CREATE LOGIN [dockline_reader] WITH PASSWORD = N'r'"
                + " ELSE ALTER LOGIN [dockline_reader] WITH PASSWORD = N'r'");
    assertThat(setup.userStatements())
        .containsExactly(
            "IF DATABASE_PRINCIPAL_ID(N'dockline_etl') IS NULL CREATE USER [dockline_etl] FOR LOGIN [dockline_etl]",
            "IF DATABASE_PRINCIPAL_ID(N'dockline_reader') IS NULL CREATE USER [dockline_reader] FOR LOGIN"
                + " [dockline_reader]");
  }

  @Test
  void nobodyButTheAdministratorOwnsTheDatabase() {
    assertThat(setup.roleStatements())
        .containsExactly(
            "ALTER ROLE bikes_writer ADD MEMBER [dockline_etl]",
            "ALTER ROLE bikes_reader ADD MEMBER [dockline_reader]");
  }

  @Test
  void namesAreQuoted() {
    assertThat(setup("a]b'c", "p").userStatements().getFirst())
        .isEqualTo(
            "IF DATABASE_PRINCIPAL_ID(N'a]b''c') IS NULL CREATE USER [a]]b'c] FOR LOGIN [a]]b'c]");
  }

  @Test
  void theServersOwnDatabaseIsAskedFirst() {
    assertThat(setup.inMaster().url())
        .isEqualTo(
            "jdbc:sqlserver://sqlserver:1433;databaseName=master;encrypt=true;trustServerCertificate=true");
    assertThat(ServerSetup.databaseOf("jdbc:sqlserver://h; DATABASE = x ;encrypt=true"))
        .isEqualTo("x");
    assertThatThrownBy(() -> ServerSetup.databaseOf("jdbc:sqlserver://h;encrypt=true"))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("databaseName=");
  }

  @Test
  void h2HasNoAdministrator() {
    assertThat(ServerSetup.isFor("jdbc:h2:tcp://127.0.0.1:9123/dockline")).isFalse();
    assertThat(ServerSetup.isFor(URL)).isTrue();
  }

  private static ServerSetup setup(String writer, String password) {
    return new ServerSetup(
        login("sa", "admin"),
        List.of(
            new ServerSetup.Grant(login(writer, password), ServerSetup.Role.WRITER),
            new ServerSetup.Grant(login("dockline_reader", "r"), ServerSetup.Role.READER)));
  }

  private static WarehouseLogin login(String user, String password) {
    return new WarehouseLogin(URL, user, new Secret(password));
  }
}
