package se.lotsen.staff;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** In an H2 file, with the service's own settings. */
class H2StaffRecordTests extends StaffRecordContract {
    @TempDir
    private Path dataDir;

    @Override
    OpenStaffRecord open() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return new OpenStaffRecord(yaml.getObject().getProperty("spring.datasource.url")
                .replace("${lotsen.data-dir}", dataDir.toString()));
    }
}
