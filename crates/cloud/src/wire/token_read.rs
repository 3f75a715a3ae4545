//! How a token is read: v2.0 has `access.token`, `access.user` and `access.serviceCatalog`, v3 has all below `token` and
//! the secret itself in a header.

use serde::de::MapAccess;

use super::Token;
use super::lenient::*;
use crate::catalog::{Catalog, CatalogEntry};
use crate::ids::{RegionName, TenantId, UserId};

/// The outermost object of either version.
pub(crate) struct TokenRoot(pub Option<Token>);

impl Wire for TokenRoot {
    fn blank() -> Self {
        Self(None)
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "access" => self.0 = object::<Access, A>(map)?.0,
            "token" => self.0 = Some(object(map)?),
            _ => skip(map)?,
        }
        Ok(())
    }
}

/// v2.0: the three parts, in whatever order they come, put into one token.
struct Access(Option<Token>);

impl Wire for Access {
    fn blank() -> Self {
        Self(None)
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        let known = self.0.get_or_insert_with(Token::blank);
        match key {
            "token" => {
                let token: Token = object(map)?;
                let (user_id, catalog) = (known.user_id.take(), std::mem::take(&mut known.catalog));
                *known = Token { user_id, catalog, ..token };
            }
            "user" => known.user_id = object::<Scope, A>(map)?.user(),
            "serviceCatalog" => known.catalog = catalog(map)?,
            _ => skip(map)?,
        }
        Ok(())
    }
}

impl Wire for Token {
    fn blank() -> Self {
        Self {
            id: String::new(),
            expires: None,
            tenant_id: TenantId::default(),
            tenant_name: String::new(),
            user_id: None,
            catalog: Catalog::default(),
        }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = scalar(map)?.text(),
            "expires" | "expires_at" => self.expires = scalar(map)?.time(),
            "tenant" | "project" => {
                let scope: Scope = object(map)?;
                self.tenant_id = TenantId(scope.id);
                self.tenant_name = scope.name;
            }
            "user" => self.user_id = object::<Scope, A>(map)?.user(),
            "catalog" | "serviceCatalog" => self.catalog = catalog(map)?,
            _ => skip(map)?,
        }
        Ok(())
    }
}

/// A thing with an id and a name.
struct Scope {
    id: String,
    name: String,
}

impl Scope {
    fn user(self) -> Option<UserId> {
        Some(UserId(self.id)).filter(|id| !id.0.is_empty())
    }
}

impl Wire for Scope {
    fn blank() -> Self {
        Self { id: String::new(), name: String::new() }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "id" => self.id = scalar(map)?.text(),
            "name" => self.name = scalar(map)?.text(),
            _ => skip(map)?,
        }
        Ok(())
    }
}

fn catalog<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Catalog, A::Error> {
    let services: Vec<CatalogService> = list(map)?;
    let entries = services.into_iter().flat_map(|CatalogService { kind, endpoints }| {
        endpoints.into_iter().map(move |Endpoint { region, url, .. }| CatalogEntry { kind: kind.clone(), region, url })
    });
    Ok(Catalog { entries: entries.collect() })
}

struct CatalogService {
    kind: String,
    endpoints: Vec<Endpoint>,
}

impl Wire for CatalogService {
    fn blank() -> Self {
        Self { kind: String::new(), endpoints: Vec::new() }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "type" => self.kind = scalar(map)?.text(),
            "endpoints" => self.endpoints = list(map)?,
            _ => skip(map)?,
        }
        Ok(())
    }
}

struct Endpoint {
    region: RegionName,
    url: String,
    /// False for the `internal` and `admin` endpoints of v3; v2.0 has a URL for each in one entry.
    public: bool,
}

impl Wire for Endpoint {
    fn blank() -> Self {
        Self { region: RegionName::default(), url: String::new(), public: true }
    }

    fn field<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "region" => self.region = RegionName(scalar(map)?.text()),
            "region_id" if self.region.0.is_empty() => self.region = RegionName(scalar(map)?.text()),
            "url" | "publicURL" => self.url = scalar(map)?.text(),
            "interface" => self.public = scalar(map)?.text() == "public",
            _ => skip(map)?,
        }
        Ok(())
    }

    fn complete(&self) -> bool {
        self.public && !self.url.is_empty()
    }
}
