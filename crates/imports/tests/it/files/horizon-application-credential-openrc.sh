#!/usr/bin/env bash

export OS_AUTH_TYPE=v3applicationcredential
export OS_AUTH_URL=https://keystone.cloud.example/identity
export OS_IDENTITY_API_VERSION=3
export OS_REGION_NAME="RegionOne"
export OS_INTERFACE=public
export OS_APPLICATION_CREDENTIAL_ID=139e14b6210f41059c54f9fb128d05c1
export OS_APPLICATION_CREDENTIAL_SECRET=made-up_secret-of-a-credential
