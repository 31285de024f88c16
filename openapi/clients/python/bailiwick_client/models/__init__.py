"""Contains all the data models used in inputs/outputs"""

from .accept_in import AcceptIn
from .accepted_out import AcceptedOut
from .access_action import AccessAction
from .access_action_properties_type_0 import AccessActionPropertiesType0
from .access_context import AccessContext
from .access_entity import AccessEntity
from .access_entity_properties_type_0 import AccessEntityPropertiesType0
from .access_kind import AccessKind
from .access_kind_properties_type_0 import AccessKindPropertiesType0
from .account_in import AccountIn
from .account_kind import AccountKind
from .account_out import AccountOut
from .account_patch import AccountPatch
from .account_ref_out import AccountRefOut
from .account_state import AccountState
from .action_search_request import ActionSearchRequest
from .actions_out import ActionsOut
from .affected_out import AffectedOut
from .app_configuration import AppConfiguration
from .app_in import AppIn
from .app_limit_in import AppLimitIn
from .app_limit_out import AppLimitOut
from .app_out import AppOut
from .app_patch import AppPatch
from .app_ref_out import AppRefOut
from .app_status import AppStatus
from .audit_event_out import AuditEventOut
from .batch_answer import BatchAnswer
from .batch_item import BatchItem
from .batch_options import BatchOptions
from .batch_request import BatchRequest
from .because_out import BecauseOut
from .bucket import Bucket
from .configuration_out import ConfigurationOut
from .configuration_version_out import ConfigurationVersionOut
from .confirm_in import ConfirmIn
from .connection_in import ConnectionIn
from .connection_out import ConnectionOut
from .current_out import CurrentOut
from .decision_out import DecisionOut
from .denial_out import DenialOut
from .domain_in import DomainIn
from .domain_out import DomainOut
from .effect_out import EffectOut
from .email_change_in import EmailChangeIn
from .environment import Environment
from .evaluation_request import EvaluationRequest
from .exceeded_out import ExceededOut
from .exclusion_out import ExclusionOut
from .explain_in import ExplainIn
from .explain_out import ExplainOut
from .field_error_out import FieldErrorOut
from .format_ import Format
from .found_action_out import FoundActionOut
from .found_out import FoundOut
from .grant_in import GrantIn
from .grant_out import GrantOut
from .grant_ref_out import GrantRefOut
from .grants_in import GrantsIn
from .health_out import HealthOut
from .identity_out import IdentityOut
from .identity_start_in import IdentityStartIn
from .identity_start_out import IdentityStartOut
from .integration_in import IntegrationIn
from .integration_key_in import IntegrationKeyIn
from .integration_key_out import IntegrationKeyOut
from .integration_out import IntegrationOut
from .integration_patch import IntegrationPatch
from .integration_ref_out import IntegrationRefOut
from .integration_state import IntegrationState
from .invitation_in import InvitationIn
from .invitation_out import InvitationOut
from .invitation_state import InvitationState
from .item_error_out import ItemErrorOut
from .key_in import KeyIn
from .key_out import KeyOut
from .key_patch import KeyPatch
from .key_rotation_in import KeyRotationIn
from .key_status import KeyStatus
from .key_with_secret_out import KeyWithSecretOut
from .keyset_in import KeysetIn
from .keyset_out import KeysetOut
from .keyset_patch import KeysetPatch
from .keyset_secret_in import KeysetSecretIn
from .keyset_secret_out import KeysetSecretOut
from .limit_in import LimitIn
from .limit_out import LimitOut
from .limits_in import LimitsIn
from .limits_out import LimitsOut
from .maker_part_out import MakerPartOut
from .member_move_out import MemberMoveOut
from .member_out import MemberOut
from .member_state import MemberState
from .missing_out import MissingOut
from .move_preview_out import MovePreviewOut
from .my_account_out import MyAccountOut
from .my_invitation_out import MyInvitationOut
from .my_member_out import MyMemberOut
from .new_integration_key_out import NewIntegrationKeyOut
from .new_password_in import NewPasswordIn
from .new_session_out import NewSessionOut
from .next_page_out import NextPageOut
from .ownership_out import OwnershipOut
from .page_app_out import PageAppOut
from .page_audit_event_out import PageAuditEventOut
from .page_configuration_version_out import PageConfigurationVersionOut
from .page_domain_out import PageDomainOut
from .page_identity_out import PageIdentityOut
from .page_integration_key_out import PageIntegrationKeyOut
from .page_integration_out import PageIntegrationOut
from .page_invitation_out import PageInvitationOut
from .page_key_out import PageKeyOut
from .page_keyset_out import PageKeysetOut
from .page_keyset_secret_out import PageKeysetSecretOut
from .page_member_out import PageMemberOut
from .page_my_account_out import PageMyAccountOut
from .page_my_invitation_out import PageMyInvitationOut
from .page_passkey_out import PagePasskeyOut
from .page_reachable_out import PageReachableOut
from .page_session_out import PageSessionOut
from .party_out import PartyOut
from .passkey_challenge_out import PasskeyChallengeOut
from .passkey_challenge_out_options_type_0 import PasskeyChallengeOutOptionsType0
from .passkey_in import PasskeyIn
from .passkey_in_credential import PasskeyInCredential
from .passkey_options_out import PasskeyOptionsOut
from .passkey_options_out_options_type_0 import PasskeyOptionsOutOptionsType0
from .passkey_out import PasskeyOut
from .passkey_patch import PasskeyPatch
from .passkey_sign_in_in import PasskeySignInIn
from .passkey_sign_in_in_credential import PasskeySignInInCredential
from .password_change_in import PasswordChangeIn
from .password_proof_in import PasswordProofIn
from .password_reset_in import PasswordResetIn
from .permission_out import PermissionOut
from .point_out import PointOut
from .preview_out import PreviewOut
from .problem import Problem
from .provider_kind import ProviderKind
from .reachable_out import ReachableOut
from .recovery_codes_out import RecoveryCodesOut
from .removal_preview_out import RemovalPreviewOut
from .removed_out import RemovedOut
from .resource_in import ResourceIn
from .resource_out import ResourceOut
from .resource_ref_in import ResourceRefIn
from .resource_ref_out import ResourceRefOut
from .resource_search_request import ResourceSearchRequest
from .resources_out import ResourcesOut
from .role_model_in import RoleModelIn
from .role_model_in_mapping import RoleModelInMapping
from .role_model_out import RoleModelOut
from .role_out import RoleOut
from .saml_post import SamlPost
from .search_page import SearchPage
from .second_step_challenge_in import SecondStepChallengeIn
from .second_step_in import SecondStepIn
from .second_step_in_credential_type_0 import SecondStepInCredentialType0
from .semantic import Semantic
from .session_out import SessionOut
from .sign_in_in import SignInIn
from .sign_up_in import SignUpIn
from .signed_in_out import SignedInOut
from .signed_up_out import SignedUpOut
from .sso_code_in import SsoCodeIn
from .statistics_out import StatisticsOut
from .subject_search_request import SubjectSearchRequest
from .subjects_out import SubjectsOut
from .totp_code_in import TotpCodeIn
from .totp_out import TotpOut
from .transfer_in import TransferIn
from .transfer_out import TransferOut
from .two_factor_out import TwoFactorOut
from .usage_out import UsageOut
from .usage_record_in import UsageRecordIn
from .user_out import UserOut
from .user_patch import UserPatch
from .user_ref_out import UserRefOut
from .verified_out import VerifiedOut
from .verify_key_in import VerifyKeyIn
from .via_out import ViaOut

__all__ = (
    "AcceptIn",
    "AcceptedOut",
    "AccessAction",
    "AccessActionPropertiesType0",
    "AccessContext",
    "AccessEntity",
    "AccessEntityPropertiesType0",
    "AccessKind",
    "AccessKindPropertiesType0",
    "AccountIn",
    "AccountKind",
    "AccountOut",
    "AccountPatch",
    "AccountRefOut",
    "AccountState",
    "ActionSearchRequest",
    "ActionsOut",
    "AffectedOut",
    "AppConfiguration",
    "AppIn",
    "AppLimitIn",
    "AppLimitOut",
    "AppOut",
    "AppPatch",
    "AppRefOut",
    "AppStatus",
    "AuditEventOut",
    "BatchAnswer",
    "BatchItem",
    "BatchOptions",
    "BatchRequest",
    "BecauseOut",
    "Bucket",
    "ConfigurationOut",
    "ConfigurationVersionOut",
    "ConfirmIn",
    "ConnectionIn",
    "ConnectionOut",
    "CurrentOut",
    "DecisionOut",
    "DenialOut",
    "DomainIn",
    "DomainOut",
    "EffectOut",
    "EmailChangeIn",
    "Environment",
    "EvaluationRequest",
    "ExceededOut",
    "ExclusionOut",
    "ExplainIn",
    "ExplainOut",
    "FieldErrorOut",
    "Format",
    "FoundActionOut",
    "FoundOut",
    "GrantIn",
    "GrantOut",
    "GrantRefOut",
    "GrantsIn",
    "HealthOut",
    "IdentityOut",
    "IdentityStartIn",
    "IdentityStartOut",
    "IntegrationIn",
    "IntegrationKeyIn",
    "IntegrationKeyOut",
    "IntegrationOut",
    "IntegrationPatch",
    "IntegrationRefOut",
    "IntegrationState",
    "InvitationIn",
    "InvitationOut",
    "InvitationState",
    "ItemErrorOut",
    "KeyIn",
    "KeyOut",
    "KeyPatch",
    "KeyRotationIn",
    "KeyStatus",
    "KeyWithSecretOut",
    "KeysetIn",
    "KeysetOut",
    "KeysetPatch",
    "KeysetSecretIn",
    "KeysetSecretOut",
    "LimitIn",
    "LimitOut",
    "LimitsIn",
    "LimitsOut",
    "MakerPartOut",
    "MemberMoveOut",
    "MemberOut",
    "MemberState",
    "MissingOut",
    "MovePreviewOut",
    "MyAccountOut",
    "MyInvitationOut",
    "MyMemberOut",
    "NewIntegrationKeyOut",
    "NewPasswordIn",
    "NewSessionOut",
    "NextPageOut",
    "OwnershipOut",
    "PageAppOut",
    "PageAuditEventOut",
    "PageConfigurationVersionOut",
    "PageDomainOut",
    "PageIdentityOut",
    "PageIntegrationKeyOut",
    "PageIntegrationOut",
    "PageInvitationOut",
    "PageKeyOut",
    "PageKeysetOut",
    "PageKeysetSecretOut",
    "PageMemberOut",
    "PageMyAccountOut",
    "PageMyInvitationOut",
    "PagePasskeyOut",
    "PageReachableOut",
    "PageSessionOut",
    "PartyOut",
    "PasskeyChallengeOut",
    "PasskeyChallengeOutOptionsType0",
    "PasskeyIn",
    "PasskeyInCredential",
    "PasskeyOptionsOut",
    "PasskeyOptionsOutOptionsType0",
    "PasskeyOut",
    "PasskeyPatch",
    "PasskeySignInIn",
    "PasskeySignInInCredential",
    "PasswordChangeIn",
    "PasswordProofIn",
    "PasswordResetIn",
    "PermissionOut",
    "PointOut",
    "PreviewOut",
    "Problem",
    "ProviderKind",
    "ReachableOut",
    "RecoveryCodesOut",
    "RemovalPreviewOut",
    "RemovedOut",
    "ResourceIn",
    "ResourceOut",
    "ResourceRefIn",
    "ResourceRefOut",
    "ResourceSearchRequest",
    "ResourcesOut",
    "RoleModelIn",
    "RoleModelInMapping",
    "RoleModelOut",
    "RoleOut",
    "SamlPost",
    "SearchPage",
    "SecondStepChallengeIn",
    "SecondStepIn",
    "SecondStepInCredentialType0",
    "Semantic",
    "SessionOut",
    "SignInIn",
    "SignUpIn",
    "SignedInOut",
    "SignedUpOut",
    "SsoCodeIn",
    "StatisticsOut",
    "SubjectSearchRequest",
    "SubjectsOut",
    "TotpCodeIn",
    "TotpOut",
    "TransferIn",
    "TransferOut",
    "TwoFactorOut",
    "UsageOut",
    "UsageRecordIn",
    "UserOut",
    "UserPatch",
    "UserRefOut",
    "VerifiedOut",
    "VerifyKeyIn",
    "ViaOut",
)
