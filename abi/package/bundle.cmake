# rendabel_bundle: the library in one file, bundle/librendabel.so.1, for hosts that ship it inside an addon. What the system
# has as a static library is linked in; of simdjson and nlopt Debian has none, so bundle_dependencies.sh makes them first and
# RENDABEL_STATIC_DIR names where. With them nothing but the C library is needed; without, what is lacking stays dynamic.
set(RENDABEL_STATIC_DIR "" CACHE PATH "Where bundle_dependencies.sh has put libsimdjson.a and libnlopt.a")
foreach(name sqlite3 sodium simdjson nlopt)
  unset(static_${name} CACHE)
  find_library(static_${name} lib${name}.a HINTS ${RENDABEL_STATIC_DIR} NO_CACHE)
endforeach()

add_library(rendabel_bundle SHARED EXCLUDE_FROM_ALL ../rendabel.cpp bundled_fmt.cpp $<TARGET_OBJECTS:rendabel_core>)
set_target_properties(rendabel_bundle PROPERTIES OUTPUT_NAME rendabel SUFFIX .so.1 NO_SONAME ON
                      LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bundle
                      LINK_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/../rendabel.map)
target_compile_definitions(rendabel_bundle PRIVATE RENDABEL_VERSION="${PROJECT_VERSION}")
target_include_directories(rendabel_bundle PRIVATE $<TARGET_PROPERTY:rendabel_core,INTERFACE_INCLUDE_DIRECTORIES>)
target_include_directories(rendabel_bundle SYSTEM PRIVATE ${Boost_INCLUDE_DIRS} ${MUSTACHE_INCLUDE_DIR})
set(whole_static ON)
foreach(pair sqlite3=SQLite::SQLite3 sodium=PkgConfig::sodium simdjson=simdjson::simdjson nlopt=PkgConfig::nlopt)
  string(REGEX MATCH "^([^=]+)=(.*)$" ignored ${pair})
  set(name ${CMAKE_MATCH_1})
  set(shared ${CMAKE_MATCH_2})
  if(static_${name})
    target_link_libraries(rendabel_bundle PRIVATE ${static_${name}})
  else()
    target_link_libraries(rendabel_bundle PRIVATE ${shared})
    set(whole_static OFF)
  endif()
endforeach()
# Two C++ runtimes in one process are asking for trouble: ours is linked in only where nobody else brings one.
if(whole_static)
  target_link_options(rendabel_bundle PRIVATE -static-libstdc++ -static-libgcc)
endif()
target_link_libraries(rendabel_bundle PRIVATE Threads::Threads m)
target_link_options(rendabel_bundle PRIVATE -s LINKER:-soname,librendabel.so.1 LINKER:-z,nodelete LINKER:-z,defs
                    LINKER:--exclude-libs,ALL LINKER:--version-script=${CMAKE_CURRENT_SOURCE_DIR}/../rendabel.map)
