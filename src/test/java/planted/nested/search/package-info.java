@ApplicationModule(allowedDependencies = {})
package planted.nested.search;

import org.springframework.modulith.ApplicationModule;
