package se.lotsen.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Keeps a PostgreSQL that hangs from hanging everybody: without these a connection waits for an answer for ever, and with it
 * whoever asked. What the address or the settings say themselves counts before them. Seconds, as the driver wants them.
 */
final class PatientConnections implements BeanPostProcessor {
    private static final Map<String, String> POSTGRESQL = Map.of("connectTimeout", "5", "socketTimeout", "30",
            "cancelSignalTimeout", "2", "tcpKeepAlive", "true");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            POSTGRESQL.forEach((setting, value) -> {
                if (!pool.getJdbcUrl().contains(setting + "=")) {
                    pool.getDataSourceProperties().putIfAbsent(setting, value);
                }
            });
        }
        return bean;
    }
}
