# What `cpack` makes on Debian: librendabel1 (the library), librendabel-dev (header, schemas, pkg-config, CMake) and
# rendabel (the command line, which opens the library at run time). Their dependencies are read off the built files.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Rendabel")
set(CPACK_PACKAGE_CONTACT "The Rendabel authors <rendabel@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL library development)
if(RENDABEL_CLI)
  list(APPEND CPACK_COMPONENTS_ALL program)
endif()
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/compress.cmake)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)

set(about "What a CRM or ERP knows of an account becomes its net result after
cost-to-serve, flags with the numbers behind them, and a daily call list
that obeys the law.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME librendabel1)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "${about}\n\nThis is the library, for hosts in any language.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME librendabel-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "librendabel1 (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "${about}\n\nHere are header, schemas and build files, for who writes a host.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME rendabel)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "librendabel1 (>= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "${about}\n\nThis is the command line, for people and for hosts that may load no library.")

# Who links with the library depends on its package, and the loader's cache learns of it.
set(documents ${CMAKE_CURRENT_BINARY_DIR}/documents)
file(WRITE ${documents}/shlibs "librendabel 1 librendabel1 (>= ${PROJECT_VERSION})\n")
file(WRITE ${documents}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA "${documents}/shlibs;${documents}/triggers")

# Debian wants a licence and a changelog with every package.
file(WRITE ${documents}/changelog "rendabel (${PROJECT_VERSION}) unstable; urgency=medium

  * See CHANGELOG.md of the source.

 -- ${CPACK_PACKAGE_CONTACT}  Wed, 25 Nov 2026 00:00:00 +0000
")
foreach(component library development program)
  string(TOUPPER ${component} name)
  set(folder ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${name}_PACKAGE_NAME})
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${folder} RENAME copyright COMPONENT ${component})
  install(FILES ${documents}/changelog DESTINATION ${folder} COMPONENT ${component})
endforeach()
include(CPack)
