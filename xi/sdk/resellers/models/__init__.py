"""All models of the contract; each one is imported at its first use."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers.models.accesstoken_response import AccesstokenResponse
    from xi.sdk.resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi.sdk.resellers.models.async_order_create_dto_additional_attributes_inner import (
        AsyncOrderCreateDTOAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.async_order_create_dto_end_user_info import AsyncOrderCreateDTOEndUserInfo
    from xi.sdk.resellers.models.async_order_create_dto_lines_inner import AsyncOrderCreateDTOLinesInner
    from xi.sdk.resellers.models.async_order_create_dto_lines_inner_end_user_info_inner import (
        AsyncOrderCreateDTOLinesInnerEndUserInfoInner,
    )
    from xi.sdk.resellers.models.async_order_create_dto_reseller_info import AsyncOrderCreateDTOResellerInfo
    from xi.sdk.resellers.models.async_order_create_dto_ship_to_info import AsyncOrderCreateDTOShipToInfo
    from xi.sdk.resellers.models.async_order_create_dto_shipment_details import AsyncOrderCreateDTOShipmentDetails
    from xi.sdk.resellers.models.async_order_create_dto_vmfadditional_attributes_inner import (
        AsyncOrderCreateDTOVmfadditionalAttributesInner,
    )
    from xi.sdk.resellers.models.async_order_create_dto_warranty_info_inner import AsyncOrderCreateDTOWarrantyInfoInner
    from xi.sdk.resellers.models.async_order_create_dto_warranty_info_inner_serial_info_inner import (
        AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner,
    )
    from xi.sdk.resellers.models.async_order_create_dto_warranty_info_inner_vmf_additional_attributes_lines_inner import (
        AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner,
    )
    from xi.sdk.resellers.models.async_order_create_response import AsyncOrderCreateResponse
    from xi.sdk.resellers.models.async_order_result_notification import AsyncOrderResultNotification
    from xi.sdk.resellers.models.error import Error
    from xi.sdk.resellers.models.error_response import ErrorResponse
    from xi.sdk.resellers.models.error_response_dto import ErrorResponseDTO
    from xi.sdk.resellers.models.error_response_errors_inner import ErrorResponseErrorsInner
    from xi.sdk.resellers.models.error_response_errors_inner_fields_inner import ErrorResponseErrorsInnerFieldsInner
    from xi.sdk.resellers.models.fields import Fields
    from xi.sdk.resellers.models.get_accesstoken400_response import GetAccesstoken400Response
    from xi.sdk.resellers.models.get_accesstoken500_response import GetAccesstoken500Response
    from xi.sdk.resellers.models.get_accesstoken500_response_fault import GetAccesstoken500ResponseFault
    from xi.sdk.resellers.models.get_accesstoken500_response_fault_detail import GetAccesstoken500ResponseFaultDetail
    from xi.sdk.resellers.models.order_create_request import OrderCreateRequest
    from xi.sdk.resellers.models.order_create_request_additional_attributes_inner import (
        OrderCreateRequestAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_create_request_end_user_info import OrderCreateRequestEndUserInfo
    from xi.sdk.resellers.models.order_create_request_lines_inner import OrderCreateRequestLinesInner
    from xi.sdk.resellers.models.order_create_request_lines_inner_additional_attributes_inner import (
        OrderCreateRequestLinesInnerAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_create_request_lines_inner_end_user_info_inner import (
        OrderCreateRequestLinesInnerEndUserInfoInner,
    )
    from xi.sdk.resellers.models.order_create_request_lines_inner_warranty_info_inner import (
        OrderCreateRequestLinesInnerWarrantyInfoInner,
    )
    from xi.sdk.resellers.models.order_create_request_lines_inner_warranty_info_inner_serial_info_inner import (
        OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner,
    )
    from xi.sdk.resellers.models.order_create_request_reseller_info import OrderCreateRequestResellerInfo
    from xi.sdk.resellers.models.order_create_request_ship_to_info import OrderCreateRequestShipToInfo
    from xi.sdk.resellers.models.order_create_request_shipment_details import OrderCreateRequestShipmentDetails
    from xi.sdk.resellers.models.order_create_request_vmf import OrderCreateRequestVmf
    from xi.sdk.resellers.models.order_create_response import OrderCreateResponse
    from xi.sdk.resellers.models.order_create_response_end_user_info import OrderCreateResponseEndUserInfo
    from xi.sdk.resellers.models.order_create_response_orders_inner import OrderCreateResponseOrdersInner
    from xi.sdk.resellers.models.order_create_response_orders_inner_additional_attributes_inner import (
        OrderCreateResponseOrdersInnerAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_create_response_orders_inner_lines_inner import (
        OrderCreateResponseOrdersInnerLinesInner,
    )
    from xi.sdk.resellers.models.order_create_response_orders_inner_lines_inner_additional_attributes_inner import (
        OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_create_response_orders_inner_lines_inner_shipment_details_inner import (
        OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner,
    )
    from xi.sdk.resellers.models.order_create_response_orders_inner_links_inner import (
        OrderCreateResponseOrdersInnerLinksInner,
    )
    from xi.sdk.resellers.models.order_create_response_orders_inner_miscellaneous_charges_inner import (
        OrderCreateResponseOrdersInnerMiscellaneousChargesInner,
    )
    from xi.sdk.resellers.models.order_create_response_orders_inner_rejected_line_items_inner import (
        OrderCreateResponseOrdersInnerRejectedLineItemsInner,
    )
    from xi.sdk.resellers.models.order_create_response_ship_to_info import OrderCreateResponseShipToInfo
    from xi.sdk.resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi.sdk.resellers.models.order_detail_b2_b_additional_attributes_inner import (
        OrderDetailB2BAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_bill_to_info import OrderDetailB2BBillToInfo
    from xi.sdk.resellers.models.order_detail_b2_b_end_user_info import OrderDetailB2BEndUserInfo
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner import OrderDetailB2BLinesInner
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_additional_attributes_inner import (
        OrderDetailB2BLinesInnerAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner import (
        OrderDetailB2BLinesInnerEstimatedDatesInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_delivery import (
        OrderDetailB2BLinesInnerEstimatedDatesInnerDelivery,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_delivery_delivery_date_range import (
        OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_ship import (
        OrderDetailB2BLinesInnerEstimatedDatesInnerShip,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_ship_ship_date_range import (
        OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_links_inner import OrderDetailB2BLinesInnerLinksInner
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_multiple_shipments_inner import (
        OrderDetailB2BLinesInnerMultipleShipmentsInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_schedule_lines_inner import (
        OrderDetailB2BLinesInnerScheduleLinesInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_service_contract_info import (
        OrderDetailB2BLinesInnerServiceContractInfo,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_service_contract_info_contract_info import (
        OrderDetailB2BLinesInnerServiceContractInfoContractInfo,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_service_contract_info_license_info import (
        OrderDetailB2BLinesInnerServiceContractInfoLicenseInfo,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_service_contract_info_subscriptions import (
        OrderDetailB2BLinesInnerServiceContractInfoSubscriptions,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner import (
        OrderDetailB2BLinesInnerShipmentDetailsInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner import (
        OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner_tracking_details_inner import (
        OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner_tracking_details_inner_serial_numbers_inner import (
        OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_miscellaneous_charges_inner import (
        OrderDetailB2BMiscellaneousChargesInner,
    )
    from xi.sdk.resellers.models.order_detail_b2_b_ship_to_info import OrderDetailB2BShipToInfo
    from xi.sdk.resellers.models.order_modify_request import OrderModifyRequest
    from xi.sdk.resellers.models.order_modify_request_additional_attributes_inner import (
        OrderModifyRequestAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_modify_request_lines_inner import OrderModifyRequestLinesInner
    from xi.sdk.resellers.models.order_modify_request_ship_to_info import OrderModifyRequestShipToInfo
    from xi.sdk.resellers.models.order_modify_response import OrderModifyResponse
    from xi.sdk.resellers.models.order_modify_response_lines_inner import OrderModifyResponseLinesInner
    from xi.sdk.resellers.models.order_modify_response_lines_inner_additional_attributes_inner import (
        OrderModifyResponseLinesInnerAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_modify_response_lines_inner_shipment_details import (
        OrderModifyResponseLinesInnerShipmentDetails,
    )
    from xi.sdk.resellers.models.order_modify_response_rejected_line_items_inner import (
        OrderModifyResponseRejectedLineItemsInner,
    )
    from xi.sdk.resellers.models.order_modify_response_ship_to_info import OrderModifyResponseShipToInfo
    from xi.sdk.resellers.models.order_search_response import OrderSearchResponse
    from xi.sdk.resellers.models.order_search_response_orders_inner import OrderSearchResponseOrdersInner
    from xi.sdk.resellers.models.order_search_response_orders_inner_links import OrderSearchResponseOrdersInnerLinks
    from xi.sdk.resellers.models.order_search_response_orders_inner_sub_orders_inner import (
        OrderSearchResponseOrdersInnerSubOrdersInner,
    )
    from xi.sdk.resellers.models.order_search_response_orders_inner_sub_orders_inner_links_inner import (
        OrderSearchResponseOrdersInnerSubOrdersInnerLinksInner,
    )
    from xi.sdk.resellers.models.order_status_async_notification_request import OrderStatusAsyncNotificationRequest
    from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner import (
        OrderStatusAsyncNotificationRequestResourceInner,
    )
    from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner import (
        OrderStatusAsyncNotificationRequestResourceInnerLinesInner,
    )
    from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_serial_number_details_inner import (
        OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner,
    )
    from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_shipment_details_inner import (
        OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner,
    )
    from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_shipment_details_inner_package_details_inner import (
        OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner,
    )
    from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_links_inner import (
        OrderStatusAsyncNotificationRequestResourceInnerLinksInner,
    )
    from xi.sdk.resellers.models.post_createorder_v7400_response import PostCreateorderV7400Response
    from xi.sdk.resellers.models.post_createorder_v7400_response_fields_inner import (
        PostCreateorderV7400ResponseFieldsInner,
    )
    from xi.sdk.resellers.models.post_createorder_v7500_response import PostCreateorderV7500Response

__all__ = [
    "AccesstokenResponse",
    "AsyncOrderCreateDTO",
    "AsyncOrderCreateDTOAdditionalAttributesInner",
    "AsyncOrderCreateDTOEndUserInfo",
    "AsyncOrderCreateDTOLinesInner",
    "AsyncOrderCreateDTOLinesInnerEndUserInfoInner",
    "AsyncOrderCreateDTOResellerInfo",
    "AsyncOrderCreateDTOShipToInfo",
    "AsyncOrderCreateDTOShipmentDetails",
    "AsyncOrderCreateDTOVmfadditionalAttributesInner",
    "AsyncOrderCreateDTOWarrantyInfoInner",
    "AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner",
    "AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner",
    "AsyncOrderCreateResponse",
    "AsyncOrderResultNotification",
    "Error",
    "ErrorResponse",
    "ErrorResponseDTO",
    "ErrorResponseErrorsInner",
    "ErrorResponseErrorsInnerFieldsInner",
    "Fields",
    "GetAccesstoken400Response",
    "GetAccesstoken500Response",
    "GetAccesstoken500ResponseFault",
    "GetAccesstoken500ResponseFaultDetail",
    "OrderCreateRequest",
    "OrderCreateRequestAdditionalAttributesInner",
    "OrderCreateRequestEndUserInfo",
    "OrderCreateRequestLinesInner",
    "OrderCreateRequestLinesInnerAdditionalAttributesInner",
    "OrderCreateRequestLinesInnerEndUserInfoInner",
    "OrderCreateRequestLinesInnerWarrantyInfoInner",
    "OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner",
    "OrderCreateRequestResellerInfo",
    "OrderCreateRequestShipToInfo",
    "OrderCreateRequestShipmentDetails",
    "OrderCreateRequestVmf",
    "OrderCreateResponse",
    "OrderCreateResponseEndUserInfo",
    "OrderCreateResponseOrdersInner",
    "OrderCreateResponseOrdersInnerAdditionalAttributesInner",
    "OrderCreateResponseOrdersInnerLinesInner",
    "OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner",
    "OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner",
    "OrderCreateResponseOrdersInnerLinksInner",
    "OrderCreateResponseOrdersInnerMiscellaneousChargesInner",
    "OrderCreateResponseOrdersInnerRejectedLineItemsInner",
    "OrderCreateResponseShipToInfo",
    "OrderDetailB2B",
    "OrderDetailB2BAdditionalAttributesInner",
    "OrderDetailB2BBillToInfo",
    "OrderDetailB2BEndUserInfo",
    "OrderDetailB2BLinesInner",
    "OrderDetailB2BLinesInnerAdditionalAttributesInner",
    "OrderDetailB2BLinesInnerEstimatedDatesInner",
    "OrderDetailB2BLinesInnerEstimatedDatesInnerDelivery",
    "OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange",
    "OrderDetailB2BLinesInnerEstimatedDatesInnerShip",
    "OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange",
    "OrderDetailB2BLinesInnerLinksInner",
    "OrderDetailB2BLinesInnerMultipleShipmentsInner",
    "OrderDetailB2BLinesInnerScheduleLinesInner",
    "OrderDetailB2BLinesInnerServiceContractInfo",
    "OrderDetailB2BLinesInnerServiceContractInfoContractInfo",
    "OrderDetailB2BLinesInnerServiceContractInfoLicenseInfo",
    "OrderDetailB2BLinesInnerServiceContractInfoSubscriptions",
    "OrderDetailB2BLinesInnerShipmentDetailsInner",
    "OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner",
    "OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner",
    "OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner",
    "OrderDetailB2BMiscellaneousChargesInner",
    "OrderDetailB2BShipToInfo",
    "OrderModifyRequest",
    "OrderModifyRequestAdditionalAttributesInner",
    "OrderModifyRequestLinesInner",
    "OrderModifyRequestShipToInfo",
    "OrderModifyResponse",
    "OrderModifyResponseLinesInner",
    "OrderModifyResponseLinesInnerAdditionalAttributesInner",
    "OrderModifyResponseLinesInnerShipmentDetails",
    "OrderModifyResponseRejectedLineItemsInner",
    "OrderModifyResponseShipToInfo",
    "OrderSearchResponse",
    "OrderSearchResponseOrdersInner",
    "OrderSearchResponseOrdersInnerLinks",
    "OrderSearchResponseOrdersInnerSubOrdersInner",
    "OrderSearchResponseOrdersInnerSubOrdersInnerLinksInner",
    "OrderStatusAsyncNotificationRequest",
    "OrderStatusAsyncNotificationRequestResourceInner",
    "OrderStatusAsyncNotificationRequestResourceInnerLinesInner",
    "OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner",
    "OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner",
    "OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner",
    "OrderStatusAsyncNotificationRequestResourceInnerLinksInner",
    "PostCreateorderV7400Response",
    "PostCreateorderV7400ResponseFieldsInner",
    "PostCreateorderV7500Response",
]

__getattr__, __dir__ = lazily(
    __name__,
    {
        "AccesstokenResponse": "accesstoken_response",
        "AsyncOrderCreateDTO": "async_order_create_dto",
        "AsyncOrderCreateDTOAdditionalAttributesInner": "async_order_create_dto_additional_attributes_inner",
        "AsyncOrderCreateDTOEndUserInfo": "async_order_create_dto_end_user_info",
        "AsyncOrderCreateDTOLinesInner": "async_order_create_dto_lines_inner",
        "AsyncOrderCreateDTOLinesInnerEndUserInfoInner": "async_order_create_dto_lines_inner_end_user_info_inner",
        "AsyncOrderCreateDTOResellerInfo": "async_order_create_dto_reseller_info",
        "AsyncOrderCreateDTOShipToInfo": "async_order_create_dto_ship_to_info",
        "AsyncOrderCreateDTOShipmentDetails": "async_order_create_dto_shipment_details",
        "AsyncOrderCreateDTOVmfadditionalAttributesInner": "async_order_create_dto_vmfadditional_attributes_inner",
        "AsyncOrderCreateDTOWarrantyInfoInner": "async_order_create_dto_warranty_info_inner",
        "AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner": "async_order_create_dto_warranty_info_inner_serial_info_inner",
        "AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner": "async_order_create_dto_warranty_info_inner_vmf_additional_attributes_lines_inner",
        "AsyncOrderCreateResponse": "async_order_create_response",
        "AsyncOrderResultNotification": "async_order_result_notification",
        "Error": "error",
        "ErrorResponse": "error_response",
        "ErrorResponseDTO": "error_response_dto",
        "ErrorResponseErrorsInner": "error_response_errors_inner",
        "ErrorResponseErrorsInnerFieldsInner": "error_response_errors_inner_fields_inner",
        "Fields": "fields",
        "GetAccesstoken400Response": "get_accesstoken400_response",
        "GetAccesstoken500Response": "get_accesstoken500_response",
        "GetAccesstoken500ResponseFault": "get_accesstoken500_response_fault",
        "GetAccesstoken500ResponseFaultDetail": "get_accesstoken500_response_fault_detail",
        "OrderCreateRequest": "order_create_request",
        "OrderCreateRequestAdditionalAttributesInner": "order_create_request_additional_attributes_inner",
        "OrderCreateRequestEndUserInfo": "order_create_request_end_user_info",
        "OrderCreateRequestLinesInner": "order_create_request_lines_inner",
        "OrderCreateRequestLinesInnerAdditionalAttributesInner": "order_create_request_lines_inner_additional_attributes_inner",
        "OrderCreateRequestLinesInnerEndUserInfoInner": "order_create_request_lines_inner_end_user_info_inner",
        "OrderCreateRequestLinesInnerWarrantyInfoInner": "order_create_request_lines_inner_warranty_info_inner",
        "OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner": "order_create_request_lines_inner_warranty_info_inner_serial_info_inner",
        "OrderCreateRequestResellerInfo": "order_create_request_reseller_info",
        "OrderCreateRequestShipToInfo": "order_create_request_ship_to_info",
        "OrderCreateRequestShipmentDetails": "order_create_request_shipment_details",
        "OrderCreateRequestVmf": "order_create_request_vmf",
        "OrderCreateResponse": "order_create_response",
        "OrderCreateResponseEndUserInfo": "order_create_response_end_user_info",
        "OrderCreateResponseOrdersInner": "order_create_response_orders_inner",
        "OrderCreateResponseOrdersInnerAdditionalAttributesInner": "order_create_response_orders_inner_additional_attributes_inner",
        "OrderCreateResponseOrdersInnerLinesInner": "order_create_response_orders_inner_lines_inner",
        "OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner": "order_create_response_orders_inner_lines_inner_additional_attributes_inner",
        "OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner": "order_create_response_orders_inner_lines_inner_shipment_details_inner",
        "OrderCreateResponseOrdersInnerLinksInner": "order_create_response_orders_inner_links_inner",
        "OrderCreateResponseOrdersInnerMiscellaneousChargesInner": "order_create_response_orders_inner_miscellaneous_charges_inner",
        "OrderCreateResponseOrdersInnerRejectedLineItemsInner": "order_create_response_orders_inner_rejected_line_items_inner",
        "OrderCreateResponseShipToInfo": "order_create_response_ship_to_info",
        "OrderDetailB2B": "order_detail_b2_b",
        "OrderDetailB2BAdditionalAttributesInner": "order_detail_b2_b_additional_attributes_inner",
        "OrderDetailB2BBillToInfo": "order_detail_b2_b_bill_to_info",
        "OrderDetailB2BEndUserInfo": "order_detail_b2_b_end_user_info",
        "OrderDetailB2BLinesInner": "order_detail_b2_b_lines_inner",
        "OrderDetailB2BLinesInnerAdditionalAttributesInner": "order_detail_b2_b_lines_inner_additional_attributes_inner",
        "OrderDetailB2BLinesInnerEstimatedDatesInner": "order_detail_b2_b_lines_inner_estimated_dates_inner",
        "OrderDetailB2BLinesInnerEstimatedDatesInnerDelivery": "order_detail_b2_b_lines_inner_estimated_dates_inner_delivery",
        "OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange": "order_detail_b2_b_lines_inner_estimated_dates_inner_delivery_delivery_date_range",
        "OrderDetailB2BLinesInnerEstimatedDatesInnerShip": "order_detail_b2_b_lines_inner_estimated_dates_inner_ship",
        "OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange": "order_detail_b2_b_lines_inner_estimated_dates_inner_ship_ship_date_range",
        "OrderDetailB2BLinesInnerLinksInner": "order_detail_b2_b_lines_inner_links_inner",
        "OrderDetailB2BLinesInnerMultipleShipmentsInner": "order_detail_b2_b_lines_inner_multiple_shipments_inner",
        "OrderDetailB2BLinesInnerScheduleLinesInner": "order_detail_b2_b_lines_inner_schedule_lines_inner",
        "OrderDetailB2BLinesInnerServiceContractInfo": "order_detail_b2_b_lines_inner_service_contract_info",
        "OrderDetailB2BLinesInnerServiceContractInfoContractInfo": "order_detail_b2_b_lines_inner_service_contract_info_contract_info",
        "OrderDetailB2BLinesInnerServiceContractInfoLicenseInfo": "order_detail_b2_b_lines_inner_service_contract_info_license_info",
        "OrderDetailB2BLinesInnerServiceContractInfoSubscriptions": "order_detail_b2_b_lines_inner_service_contract_info_subscriptions",
        "OrderDetailB2BLinesInnerShipmentDetailsInner": "order_detail_b2_b_lines_inner_shipment_details_inner",
        "OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner": "order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner",
        "OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner": "order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner_tracking_details_inner",
        "OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner": "order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner_tracking_details_inner_serial_numbers_inner",
        "OrderDetailB2BMiscellaneousChargesInner": "order_detail_b2_b_miscellaneous_charges_inner",
        "OrderDetailB2BShipToInfo": "order_detail_b2_b_ship_to_info",
        "OrderModifyRequest": "order_modify_request",
        "OrderModifyRequestAdditionalAttributesInner": "order_modify_request_additional_attributes_inner",
        "OrderModifyRequestLinesInner": "order_modify_request_lines_inner",
        "OrderModifyRequestShipToInfo": "order_modify_request_ship_to_info",
        "OrderModifyResponse": "order_modify_response",
        "OrderModifyResponseLinesInner": "order_modify_response_lines_inner",
        "OrderModifyResponseLinesInnerAdditionalAttributesInner": "order_modify_response_lines_inner_additional_attributes_inner",
        "OrderModifyResponseLinesInnerShipmentDetails": "order_modify_response_lines_inner_shipment_details",
        "OrderModifyResponseRejectedLineItemsInner": "order_modify_response_rejected_line_items_inner",
        "OrderModifyResponseShipToInfo": "order_modify_response_ship_to_info",
        "OrderSearchResponse": "order_search_response",
        "OrderSearchResponseOrdersInner": "order_search_response_orders_inner",
        "OrderSearchResponseOrdersInnerLinks": "order_search_response_orders_inner_links",
        "OrderSearchResponseOrdersInnerSubOrdersInner": "order_search_response_orders_inner_sub_orders_inner",
        "OrderSearchResponseOrdersInnerSubOrdersInnerLinksInner": "order_search_response_orders_inner_sub_orders_inner_links_inner",
        "OrderStatusAsyncNotificationRequest": "order_status_async_notification_request",
        "OrderStatusAsyncNotificationRequestResourceInner": "order_status_async_notification_request_resource_inner",
        "OrderStatusAsyncNotificationRequestResourceInnerLinesInner": "order_status_async_notification_request_resource_inner_lines_inner",
        "OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner": "order_status_async_notification_request_resource_inner_lines_inner_serial_number_details_inner",
        "OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner": "order_status_async_notification_request_resource_inner_lines_inner_shipment_details_inner",
        "OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner": "order_status_async_notification_request_resource_inner_lines_inner_shipment_details_inner_package_details_inner",
        "OrderStatusAsyncNotificationRequestResourceInnerLinksInner": "order_status_async_notification_request_resource_inner_links_inner",
        "PostCreateorderV7400Response": "post_createorder_v7400_response",
        "PostCreateorderV7400ResponseFieldsInner": "post_createorder_v7400_response_fields_inner",
        "PostCreateorderV7500Response": "post_createorder_v7500_response",
    },
)
