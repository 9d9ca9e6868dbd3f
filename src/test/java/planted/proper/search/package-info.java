@ApplicationModule(allowedDependencies = {})
package planted.proper.search;

import org.springframework.modulith.ApplicationModule;
