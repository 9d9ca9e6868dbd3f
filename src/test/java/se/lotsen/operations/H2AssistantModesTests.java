package se.lotsen.operations;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** In an H2 file, with the service's own settings. */
class H2AssistantModesTests extends AssistantModesContract {
    @TempDir
    private Path dataDir;

    @Override
    String url() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return yaml.getObject().getProperty("spring.datasource.url").replace("${lotsen.data-dir}",
                dataDir.toString());
    }
}
