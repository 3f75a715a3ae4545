# NHN Cloud, API endpoint settings of the instance page
export OS_AUTH_URL="https://api-identity-infrastructure.nhncloudservice.com/v2.0"
export OS_TENANT_ID="aa11bb22cc33dd44ee55ff6600778899"
export OS_USERNAME='dev@example.test'
export OS_PASSWORD='a "quoted" $password'
export OS_REGION_NAME=KR1
