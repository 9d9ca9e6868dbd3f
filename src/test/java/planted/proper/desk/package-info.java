@ApplicationModule(allowedDependencies = {"search"})
package planted.proper.desk;

import org.springframework.modulith.ApplicationModule;
