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
    from xi.sdk.resellers.models.availability_async_notification_request import AvailabilityAsyncNotificationRequest
    from xi.sdk.resellers.models.availability_async_notification_request_resource_inner import (
        AvailabilityAsyncNotificationRequestResourceInner,
    )
    from xi.sdk.resellers.models.availability_async_notification_request_resource_inner_links_inner import (
        AvailabilityAsyncNotificationRequestResourceInnerLinksInner,
    )
    from xi.sdk.resellers.models.deals_details_response import DealsDetailsResponse
    from xi.sdk.resellers.models.deals_details_response_products_inner import DealsDetailsResponseProductsInner
    from xi.sdk.resellers.models.deals_search_response import DealsSearchResponse
    from xi.sdk.resellers.models.deals_search_response_deals_inner import DealsSearchResponseDealsInner
    from xi.sdk.resellers.models.error import Error
    from xi.sdk.resellers.models.error_response import ErrorResponse
    from xi.sdk.resellers.models.error_response_dto import ErrorResponseDTO
    from xi.sdk.resellers.models.error_response_errors_inner import ErrorResponseErrorsInner
    from xi.sdk.resellers.models.error_response_errors_inner_fields_inner import ErrorResponseErrorsInnerFieldsInner
    from xi.sdk.resellers.models.fields import Fields
    from xi.sdk.resellers.models.freight_request import FreightRequest
    from xi.sdk.resellers.models.freight_request_lines_inner import FreightRequestLinesInner
    from xi.sdk.resellers.models.freight_request_ship_to_address import FreightRequestShipToAddress
    from xi.sdk.resellers.models.freight_request_ship_to_address_inner import FreightRequestShipToAddressInner
    from xi.sdk.resellers.models.freight_response import FreightResponse
    from xi.sdk.resellers.models.freight_response_freight_estimate_response import (
        FreightResponseFreightEstimateResponse,
    )
    from xi.sdk.resellers.models.freight_response_freight_estimate_response_distribution_inner import (
        FreightResponseFreightEstimateResponseDistributionInner,
    )
    from xi.sdk.resellers.models.freight_response_freight_estimate_response_distribution_inner_carrier_list_inner import (
        FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner,
    )
    from xi.sdk.resellers.models.freight_response_freight_estimate_response_lines_inner import (
        FreightResponseFreightEstimateResponseLinesInner,
    )
    from xi.sdk.resellers.models.get_accesstoken400_response import GetAccesstoken400Response
    from xi.sdk.resellers.models.get_accesstoken500_response import GetAccesstoken500Response
    from xi.sdk.resellers.models.get_accesstoken500_response_fault import GetAccesstoken500ResponseFault
    from xi.sdk.resellers.models.get_accesstoken500_response_fault_detail import GetAccesstoken500ResponseFaultDetail
    from xi.sdk.resellers.models.get_reseller_v6_validate_quote400_response import GetResellerV6ValidateQuote400Response
    from xi.sdk.resellers.models.get_reseller_v6_validate_quote400_response_fields_inner import (
        GetResellerV6ValidateQuote400ResponseFieldsInner,
    )
    from xi.sdk.resellers.models.invoice_detailsv61_response import InvoiceDetailsv61Response
    from xi.sdk.resellers.models.invoice_detailsv61_response_bill_to_info import InvoiceDetailsv61ResponseBillToInfo
    from xi.sdk.resellers.models.invoice_detailsv61_response_fx_rate_info import InvoiceDetailsv61ResponseFxRateInfo
    from xi.sdk.resellers.models.invoice_detailsv61_response_lines_inner import InvoiceDetailsv61ResponseLinesInner
    from xi.sdk.resellers.models.invoice_detailsv61_response_lines_inner_serial_numbers_inner import (
        InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner,
    )
    from xi.sdk.resellers.models.invoice_detailsv61_response_payment_terms_info import (
        InvoiceDetailsv61ResponsePaymentTermsInfo,
    )
    from xi.sdk.resellers.models.invoice_detailsv61_response_ship_to_info import InvoiceDetailsv61ResponseShipToInfo
    from xi.sdk.resellers.models.invoice_detailsv61_response_summary import InvoiceDetailsv61ResponseSummary
    from xi.sdk.resellers.models.invoice_detailsv61_response_summary_foreign_fx_totals import (
        InvoiceDetailsv61ResponseSummaryForeignFxTotals,
    )
    from xi.sdk.resellers.models.invoice_detailsv61_response_summary_lines import InvoiceDetailsv61ResponseSummaryLines
    from xi.sdk.resellers.models.invoice_detailsv61_response_summary_misc_charges_inner import (
        InvoiceDetailsv61ResponseSummaryMiscChargesInner,
    )
    from xi.sdk.resellers.models.invoice_detailsv61_response_summary_totals import (
        InvoiceDetailsv61ResponseSummaryTotals,
    )
    from xi.sdk.resellers.models.invoice_search_response import InvoiceSearchResponse
    from xi.sdk.resellers.models.invoice_search_response_invoices_inner import InvoiceSearchResponseInvoicesInner
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
    from xi.sdk.resellers.models.order_create_v7_request import OrderCreateV7Request
    from xi.sdk.resellers.models.order_create_v7_request_additional_attributes_inner import (
        OrderCreateV7RequestAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_create_v7_request_end_user_info import OrderCreateV7RequestEndUserInfo
    from xi.sdk.resellers.models.order_create_v7_request_lines_inner import OrderCreateV7RequestLinesInner
    from xi.sdk.resellers.models.order_create_v7_request_lines_inner_additional_attributes_inner import (
        OrderCreateV7RequestLinesInnerAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_create_v7_request_lines_inner_end_user_info_inner import (
        OrderCreateV7RequestLinesInnerEndUserInfoInner,
    )
    from xi.sdk.resellers.models.order_create_v7_request_lines_inner_vmf_additional_attributes_lines_inner import (
        OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner,
    )
    from xi.sdk.resellers.models.order_create_v7_request_reseller_info import OrderCreateV7RequestResellerInfo
    from xi.sdk.resellers.models.order_create_v7_request_ship_to_info import OrderCreateV7RequestShipToInfo
    from xi.sdk.resellers.models.order_create_v7_request_shipment_details import OrderCreateV7RequestShipmentDetails
    from xi.sdk.resellers.models.order_create_v7_request_vmf_additional_attributes_inner import (
        OrderCreateV7RequestVmfAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.order_create_v7_response import OrderCreateV7Response
    from xi.sdk.resellers.models.order_create_v7_response201 import OrderCreateV7Response201
    from xi.sdk.resellers.models.order_create_v7_response_resource import OrderCreateV7ResponseResource
    from xi.sdk.resellers.models.order_create_v7_response_resource_orders_inner import (
        OrderCreateV7ResponseResourceOrdersInner,
    )
    from xi.sdk.resellers.models.order_create_v7_response_resource_orders_inner_lines_inner import (
        OrderCreateV7ResponseResourceOrdersInnerLinesInner,
    )
    from xi.sdk.resellers.models.order_create_v7_response_resource_orders_inner_lines_inner_shipment_details_inner import (
        OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner,
    )
    from xi.sdk.resellers.models.order_create_v7_response_resource_ship_to_info import (
        OrderCreateV7ResponseResourceShipToInfo,
    )
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
    from xi.sdk.resellers.models.post_renewalssearch400_response import PostRenewalssearch400Response
    from xi.sdk.resellers.models.price_and_availability_request import PriceAndAvailabilityRequest
    from xi.sdk.resellers.models.price_and_availability_request_additional_attributes_inner import (
        PriceAndAvailabilityRequestAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.price_and_availability_request_availability_by_warehouse_inner import (
        PriceAndAvailabilityRequestAvailabilityByWarehouseInner,
    )
    from xi.sdk.resellers.models.price_and_availability_request_products_inner import (
        PriceAndAvailabilityRequestProductsInner,
    )
    from xi.sdk.resellers.models.price_and_availability_request_products_inner_additional_attributes_inner import (
        PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner import PriceAndAvailabilityResponseInner
    from xi.sdk.resellers.models.price_and_availability_response_inner_availability import (
        PriceAndAvailabilityResponseInnerAvailability,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_availability_availability_by_warehouse_inner import (
        PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_availability_availability_by_warehouse_inner_back_order_info_inner import (
        PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_discounts_inner import (
        PriceAndAvailabilityResponseInnerDiscountsInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_discounts_inner_quantity_discounts_inner import (
        PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_discounts_inner_special_pricing_inner import (
        PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_pricing import (
        PriceAndAvailabilityResponseInnerPricing,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_reserve_inventory_details_inner import (
        PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_service_fees_inner import (
        PriceAndAvailabilityResponseInnerServiceFeesInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_billing_period import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_groups_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner_special_pricing_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner_volume_discounts_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_fees_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_resource_pricing_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner,
    )
    from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_subscription_period_inner import (
        PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner,
    )
    from xi.sdk.resellers.models.product_detail_response import ProductDetailResponse
    from xi.sdk.resellers.models.product_detail_response_additional_information import (
        ProductDetailResponseAdditionalInformation,
    )
    from xi.sdk.resellers.models.product_detail_response_additional_information_product_weight_inner import (
        ProductDetailResponseAdditionalInformationProductWeightInner,
    )
    from xi.sdk.resellers.models.product_detail_response_cisco_fields import ProductDetailResponseCiscoFields
    from xi.sdk.resellers.models.product_detail_response_indicators import ProductDetailResponseIndicators
    from xi.sdk.resellers.models.product_detail_response_subscription_details_inner import (
        ProductDetailResponseSubscriptionDetailsInner,
    )
    from xi.sdk.resellers.models.product_detail_response_subscription_details_inner_billing_period import (
        ProductDetailResponseSubscriptionDetailsInnerBillingPeriod,
    )
    from xi.sdk.resellers.models.product_detail_response_subscription_details_inner_groups_inner import (
        ProductDetailResponseSubscriptionDetailsInnerGroupsInner,
    )
    from xi.sdk.resellers.models.product_detail_response_subscription_details_inner_options_inner import (
        ProductDetailResponseSubscriptionDetailsInnerOptionsInner,
    )
    from xi.sdk.resellers.models.product_detail_response_subscription_details_inner_subscription_period_inner import (
        ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner,
    )
    from xi.sdk.resellers.models.product_detail_response_technical_specifications_inner import (
        ProductDetailResponseTechnicalSpecificationsInner,
    )
    from xi.sdk.resellers.models.product_search_response import ProductSearchResponse
    from xi.sdk.resellers.models.product_search_response_catalog_inner import ProductSearchResponseCatalogInner
    from xi.sdk.resellers.models.product_search_response_catalog_inner_links_inner import (
        ProductSearchResponseCatalogInnerLinksInner,
    )
    from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner import (
        ProductSearchResponseSubscriptionCatalogInner,
    )
    from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner_plans_inner import (
        ProductSearchResponseSubscriptionCatalogInnerPlansInner,
    )
    from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner_plans_inner_links_inner import (
        ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner,
    )
    from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner_plans_inner_subscription_period_summary_inner import (
        ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner,
    )
    from xi.sdk.resellers.models.quote_details_response import QuoteDetailsResponse
    from xi.sdk.resellers.models.quote_details_response_additional_attributes_inner import (
        QuoteDetailsResponseAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.quote_details_response_end_user_info import QuoteDetailsResponseEndUserInfo
    from xi.sdk.resellers.models.quote_details_response_products_inner import QuoteDetailsResponseProductsInner
    from xi.sdk.resellers.models.quote_details_response_products_inner_bill_details_inner import (
        QuoteDetailsResponseProductsInnerBillDetailsInner,
    )
    from xi.sdk.resellers.models.quote_details_response_products_inner_price import (
        QuoteDetailsResponseProductsInnerPrice,
    )
    from xi.sdk.resellers.models.quote_details_response_products_inner_price_discounts_inner import (
        QuoteDetailsResponseProductsInnerPriceDiscountsInner,
    )
    from xi.sdk.resellers.models.quote_details_response_products_inner_price_extra_fees_details_inner import (
        QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner,
    )
    from xi.sdk.resellers.models.quote_details_response_reseller_info import QuoteDetailsResponseResellerInfo
    from xi.sdk.resellers.models.quote_details_response_shipping_info import QuoteDetailsResponseShippingInfo
    from xi.sdk.resellers.models.quote_search_response import QuoteSearchResponse
    from xi.sdk.resellers.models.quote_search_response_quotes_inner import QuoteSearchResponseQuotesInner
    from xi.sdk.resellers.models.quote_search_response_quotes_inner_links import QuoteSearchResponseQuotesInnerLinks
    from xi.sdk.resellers.models.renewals_details_response import RenewalsDetailsResponse
    from xi.sdk.resellers.models.renewals_details_response_additional_attributes_inner import (
        RenewalsDetailsResponseAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.renewals_details_response_end_user_info import RenewalsDetailsResponseEndUserInfo
    from xi.sdk.resellers.models.renewals_details_response_products_inner import RenewalsDetailsResponseProductsInner
    from xi.sdk.resellers.models.renewals_details_response_reference_number import (
        RenewalsDetailsResponseReferenceNumber,
    )
    from xi.sdk.resellers.models.renewals_search_request import RenewalsSearchRequest
    from xi.sdk.resellers.models.renewals_search_request_date_type import RenewalsSearchRequestDateType
    from xi.sdk.resellers.models.renewals_search_request_date_type_end_date import RenewalsSearchRequestDateTypeEndDate
    from xi.sdk.resellers.models.renewals_search_request_date_type_expiration_date import (
        RenewalsSearchRequestDateTypeExpirationDate,
    )
    from xi.sdk.resellers.models.renewals_search_request_date_type_invoice_date import (
        RenewalsSearchRequestDateTypeInvoiceDate,
    )
    from xi.sdk.resellers.models.renewals_search_request_date_type_start_date import (
        RenewalsSearchRequestDateTypeStartDate,
    )
    from xi.sdk.resellers.models.renewals_search_request_status import RenewalsSearchRequestStatus
    from xi.sdk.resellers.models.renewals_search_request_status_opporutiny_status import (
        RenewalsSearchRequestStatusOpporutinyStatus,
    )
    from xi.sdk.resellers.models.renewals_search_response import RenewalsSearchResponse
    from xi.sdk.resellers.models.renewals_search_response_renewals_inner import RenewalsSearchResponseRenewalsInner
    from xi.sdk.resellers.models.renewals_search_response_renewals_inner_links_inner import (
        RenewalsSearchResponseRenewalsInnerLinksInner,
    )
    from xi.sdk.resellers.models.returns_create_request import ReturnsCreateRequest
    from xi.sdk.resellers.models.returns_create_request_list_inner import ReturnsCreateRequestListInner
    from xi.sdk.resellers.models.returns_create_request_list_inner_ship_from_info_inner import (
        ReturnsCreateRequestListInnerShipFromInfoInner,
    )
    from xi.sdk.resellers.models.returns_create_response import ReturnsCreateResponse
    from xi.sdk.resellers.models.returns_create_response_returns_claims_inner import (
        ReturnsCreateResponseReturnsClaimsInner,
    )
    from xi.sdk.resellers.models.returns_details_response import ReturnsDetailsResponse
    from xi.sdk.resellers.models.returns_details_response_products_inner import ReturnsDetailsResponseProductsInner
    from xi.sdk.resellers.models.returns_search_response import ReturnsSearchResponse
    from xi.sdk.resellers.models.returns_search_response_returns_claims_inner import (
        ReturnsSearchResponseReturnsClaimsInner,
    )
    from xi.sdk.resellers.models.returns_search_response_returns_claims_inner_links_inner import (
        ReturnsSearchResponseReturnsClaimsInnerLinksInner,
    )
    from xi.sdk.resellers.models.validate_quote_response import ValidateQuoteResponse
    from xi.sdk.resellers.models.validate_quote_response_lines_inner import ValidateQuoteResponseLinesInner
    from xi.sdk.resellers.models.validate_quote_response_lines_inner_vmf_additional_attributes_lines_inner import (
        ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner,
    )
    from xi.sdk.resellers.models.validate_quote_response_vmf_additional_attributes_inner import (
        ValidateQuoteResponseVmfAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.vendor_required_info_request import VendorRequiredInfoRequest
    from xi.sdk.resellers.models.vendor_required_info_request_products_inner import (
        VendorRequiredInfoRequestProductsInner,
    )
    from xi.sdk.resellers.models.vendor_required_inforesponse_inner import VendorRequiredInforesponseInner
    from xi.sdk.resellers.models.vendor_required_inforesponse_inner_response_messages_inner import (
        VendorRequiredInforesponseInnerResponseMessagesInner,
    )
    from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner import (
        VendorRequiredInforesponseInnerVmfAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner import (
        VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner,
    )
    from xi.sdk.resellers.models.vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner_choices_inner import (
        VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner,
    )

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
    "AvailabilityAsyncNotificationRequest",
    "AvailabilityAsyncNotificationRequestResourceInner",
    "AvailabilityAsyncNotificationRequestResourceInnerLinksInner",
    "DealsDetailsResponse",
    "DealsDetailsResponseProductsInner",
    "DealsSearchResponse",
    "DealsSearchResponseDealsInner",
    "Error",
    "ErrorResponse",
    "ErrorResponseDTO",
    "ErrorResponseErrorsInner",
    "ErrorResponseErrorsInnerFieldsInner",
    "Fields",
    "FreightRequest",
    "FreightRequestLinesInner",
    "FreightRequestShipToAddress",
    "FreightRequestShipToAddressInner",
    "FreightResponse",
    "FreightResponseFreightEstimateResponse",
    "FreightResponseFreightEstimateResponseDistributionInner",
    "FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner",
    "FreightResponseFreightEstimateResponseLinesInner",
    "GetAccesstoken400Response",
    "GetAccesstoken500Response",
    "GetAccesstoken500ResponseFault",
    "GetAccesstoken500ResponseFaultDetail",
    "GetResellerV6ValidateQuote400Response",
    "GetResellerV6ValidateQuote400ResponseFieldsInner",
    "InvoiceDetailsv61Response",
    "InvoiceDetailsv61ResponseBillToInfo",
    "InvoiceDetailsv61ResponseFxRateInfo",
    "InvoiceDetailsv61ResponseLinesInner",
    "InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner",
    "InvoiceDetailsv61ResponsePaymentTermsInfo",
    "InvoiceDetailsv61ResponseShipToInfo",
    "InvoiceDetailsv61ResponseSummary",
    "InvoiceDetailsv61ResponseSummaryForeignFxTotals",
    "InvoiceDetailsv61ResponseSummaryLines",
    "InvoiceDetailsv61ResponseSummaryMiscChargesInner",
    "InvoiceDetailsv61ResponseSummaryTotals",
    "InvoiceSearchResponse",
    "InvoiceSearchResponseInvoicesInner",
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
    "OrderCreateV7Request",
    "OrderCreateV7RequestAdditionalAttributesInner",
    "OrderCreateV7RequestEndUserInfo",
    "OrderCreateV7RequestLinesInner",
    "OrderCreateV7RequestLinesInnerAdditionalAttributesInner",
    "OrderCreateV7RequestLinesInnerEndUserInfoInner",
    "OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner",
    "OrderCreateV7RequestResellerInfo",
    "OrderCreateV7RequestShipToInfo",
    "OrderCreateV7RequestShipmentDetails",
    "OrderCreateV7RequestVmfAdditionalAttributesInner",
    "OrderCreateV7Response",
    "OrderCreateV7Response201",
    "OrderCreateV7ResponseResource",
    "OrderCreateV7ResponseResourceOrdersInner",
    "OrderCreateV7ResponseResourceOrdersInnerLinesInner",
    "OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner",
    "OrderCreateV7ResponseResourceShipToInfo",
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
    "PostRenewalssearch400Response",
    "PriceAndAvailabilityRequest",
    "PriceAndAvailabilityRequestAdditionalAttributesInner",
    "PriceAndAvailabilityRequestAvailabilityByWarehouseInner",
    "PriceAndAvailabilityRequestProductsInner",
    "PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner",
    "PriceAndAvailabilityResponseInner",
    "PriceAndAvailabilityResponseInnerAvailability",
    "PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner",
    "PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner",
    "PriceAndAvailabilityResponseInnerDiscountsInner",
    "PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner",
    "PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner",
    "PriceAndAvailabilityResponseInnerPricing",
    "PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner",
    "PriceAndAvailabilityResponseInnerServiceFeesInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner",
    "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner",
    "ProductDetailResponse",
    "ProductDetailResponseAdditionalInformation",
    "ProductDetailResponseAdditionalInformationProductWeightInner",
    "ProductDetailResponseCiscoFields",
    "ProductDetailResponseIndicators",
    "ProductDetailResponseSubscriptionDetailsInner",
    "ProductDetailResponseSubscriptionDetailsInnerBillingPeriod",
    "ProductDetailResponseSubscriptionDetailsInnerGroupsInner",
    "ProductDetailResponseSubscriptionDetailsInnerOptionsInner",
    "ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner",
    "ProductDetailResponseTechnicalSpecificationsInner",
    "ProductSearchResponse",
    "ProductSearchResponseCatalogInner",
    "ProductSearchResponseCatalogInnerLinksInner",
    "ProductSearchResponseSubscriptionCatalogInner",
    "ProductSearchResponseSubscriptionCatalogInnerPlansInner",
    "ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner",
    "ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner",
    "QuoteDetailsResponse",
    "QuoteDetailsResponseAdditionalAttributesInner",
    "QuoteDetailsResponseEndUserInfo",
    "QuoteDetailsResponseProductsInner",
    "QuoteDetailsResponseProductsInnerBillDetailsInner",
    "QuoteDetailsResponseProductsInnerPrice",
    "QuoteDetailsResponseProductsInnerPriceDiscountsInner",
    "QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner",
    "QuoteDetailsResponseResellerInfo",
    "QuoteDetailsResponseShippingInfo",
    "QuoteSearchResponse",
    "QuoteSearchResponseQuotesInner",
    "QuoteSearchResponseQuotesInnerLinks",
    "RenewalsDetailsResponse",
    "RenewalsDetailsResponseAdditionalAttributesInner",
    "RenewalsDetailsResponseEndUserInfo",
    "RenewalsDetailsResponseProductsInner",
    "RenewalsDetailsResponseReferenceNumber",
    "RenewalsSearchRequest",
    "RenewalsSearchRequestDateType",
    "RenewalsSearchRequestDateTypeEndDate",
    "RenewalsSearchRequestDateTypeExpirationDate",
    "RenewalsSearchRequestDateTypeInvoiceDate",
    "RenewalsSearchRequestDateTypeStartDate",
    "RenewalsSearchRequestStatus",
    "RenewalsSearchRequestStatusOpporutinyStatus",
    "RenewalsSearchResponse",
    "RenewalsSearchResponseRenewalsInner",
    "RenewalsSearchResponseRenewalsInnerLinksInner",
    "ReturnsCreateRequest",
    "ReturnsCreateRequestListInner",
    "ReturnsCreateRequestListInnerShipFromInfoInner",
    "ReturnsCreateResponse",
    "ReturnsCreateResponseReturnsClaimsInner",
    "ReturnsDetailsResponse",
    "ReturnsDetailsResponseProductsInner",
    "ReturnsSearchResponse",
    "ReturnsSearchResponseReturnsClaimsInner",
    "ReturnsSearchResponseReturnsClaimsInnerLinksInner",
    "ValidateQuoteResponse",
    "ValidateQuoteResponseLinesInner",
    "ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner",
    "ValidateQuoteResponseVmfAdditionalAttributesInner",
    "VendorRequiredInfoRequest",
    "VendorRequiredInfoRequestProductsInner",
    "VendorRequiredInforesponseInner",
    "VendorRequiredInforesponseInnerResponseMessagesInner",
    "VendorRequiredInforesponseInnerVmfAdditionalAttributesInner",
    "VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner",
    "VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner",
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
        "AvailabilityAsyncNotificationRequest": "availability_async_notification_request",
        "AvailabilityAsyncNotificationRequestResourceInner": "availability_async_notification_request_resource_inner",
        "AvailabilityAsyncNotificationRequestResourceInnerLinksInner": "availability_async_notification_request_resource_inner_links_inner",
        "DealsDetailsResponse": "deals_details_response",
        "DealsDetailsResponseProductsInner": "deals_details_response_products_inner",
        "DealsSearchResponse": "deals_search_response",
        "DealsSearchResponseDealsInner": "deals_search_response_deals_inner",
        "Error": "error",
        "ErrorResponse": "error_response",
        "ErrorResponseDTO": "error_response_dto",
        "ErrorResponseErrorsInner": "error_response_errors_inner",
        "ErrorResponseErrorsInnerFieldsInner": "error_response_errors_inner_fields_inner",
        "Fields": "fields",
        "FreightRequest": "freight_request",
        "FreightRequestLinesInner": "freight_request_lines_inner",
        "FreightRequestShipToAddress": "freight_request_ship_to_address",
        "FreightRequestShipToAddressInner": "freight_request_ship_to_address_inner",
        "FreightResponse": "freight_response",
        "FreightResponseFreightEstimateResponse": "freight_response_freight_estimate_response",
        "FreightResponseFreightEstimateResponseDistributionInner": "freight_response_freight_estimate_response_distribution_inner",
        "FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner": "freight_response_freight_estimate_response_distribution_inner_carrier_list_inner",
        "FreightResponseFreightEstimateResponseLinesInner": "freight_response_freight_estimate_response_lines_inner",
        "GetAccesstoken400Response": "get_accesstoken400_response",
        "GetAccesstoken500Response": "get_accesstoken500_response",
        "GetAccesstoken500ResponseFault": "get_accesstoken500_response_fault",
        "GetAccesstoken500ResponseFaultDetail": "get_accesstoken500_response_fault_detail",
        "GetResellerV6ValidateQuote400Response": "get_reseller_v6_validate_quote400_response",
        "GetResellerV6ValidateQuote400ResponseFieldsInner": "get_reseller_v6_validate_quote400_response_fields_inner",
        "InvoiceDetailsv61Response": "invoice_detailsv61_response",
        "InvoiceDetailsv61ResponseBillToInfo": "invoice_detailsv61_response_bill_to_info",
        "InvoiceDetailsv61ResponseFxRateInfo": "invoice_detailsv61_response_fx_rate_info",
        "InvoiceDetailsv61ResponseLinesInner": "invoice_detailsv61_response_lines_inner",
        "InvoiceDetailsv61ResponseLinesInnerSerialNumbersInner": "invoice_detailsv61_response_lines_inner_serial_numbers_inner",
        "InvoiceDetailsv61ResponsePaymentTermsInfo": "invoice_detailsv61_response_payment_terms_info",
        "InvoiceDetailsv61ResponseShipToInfo": "invoice_detailsv61_response_ship_to_info",
        "InvoiceDetailsv61ResponseSummary": "invoice_detailsv61_response_summary",
        "InvoiceDetailsv61ResponseSummaryForeignFxTotals": "invoice_detailsv61_response_summary_foreign_fx_totals",
        "InvoiceDetailsv61ResponseSummaryLines": "invoice_detailsv61_response_summary_lines",
        "InvoiceDetailsv61ResponseSummaryMiscChargesInner": "invoice_detailsv61_response_summary_misc_charges_inner",
        "InvoiceDetailsv61ResponseSummaryTotals": "invoice_detailsv61_response_summary_totals",
        "InvoiceSearchResponse": "invoice_search_response",
        "InvoiceSearchResponseInvoicesInner": "invoice_search_response_invoices_inner",
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
        "OrderCreateV7Request": "order_create_v7_request",
        "OrderCreateV7RequestAdditionalAttributesInner": "order_create_v7_request_additional_attributes_inner",
        "OrderCreateV7RequestEndUserInfo": "order_create_v7_request_end_user_info",
        "OrderCreateV7RequestLinesInner": "order_create_v7_request_lines_inner",
        "OrderCreateV7RequestLinesInnerAdditionalAttributesInner": "order_create_v7_request_lines_inner_additional_attributes_inner",
        "OrderCreateV7RequestLinesInnerEndUserInfoInner": "order_create_v7_request_lines_inner_end_user_info_inner",
        "OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner": "order_create_v7_request_lines_inner_vmf_additional_attributes_lines_inner",
        "OrderCreateV7RequestResellerInfo": "order_create_v7_request_reseller_info",
        "OrderCreateV7RequestShipToInfo": "order_create_v7_request_ship_to_info",
        "OrderCreateV7RequestShipmentDetails": "order_create_v7_request_shipment_details",
        "OrderCreateV7RequestVmfAdditionalAttributesInner": "order_create_v7_request_vmf_additional_attributes_inner",
        "OrderCreateV7Response": "order_create_v7_response",
        "OrderCreateV7Response201": "order_create_v7_response201",
        "OrderCreateV7ResponseResource": "order_create_v7_response_resource",
        "OrderCreateV7ResponseResourceOrdersInner": "order_create_v7_response_resource_orders_inner",
        "OrderCreateV7ResponseResourceOrdersInnerLinesInner": "order_create_v7_response_resource_orders_inner_lines_inner",
        "OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner": "order_create_v7_response_resource_orders_inner_lines_inner_shipment_details_inner",
        "OrderCreateV7ResponseResourceShipToInfo": "order_create_v7_response_resource_ship_to_info",
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
        "PostRenewalssearch400Response": "post_renewalssearch400_response",
        "PriceAndAvailabilityRequest": "price_and_availability_request",
        "PriceAndAvailabilityRequestAdditionalAttributesInner": "price_and_availability_request_additional_attributes_inner",
        "PriceAndAvailabilityRequestAvailabilityByWarehouseInner": "price_and_availability_request_availability_by_warehouse_inner",
        "PriceAndAvailabilityRequestProductsInner": "price_and_availability_request_products_inner",
        "PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner": "price_and_availability_request_products_inner_additional_attributes_inner",
        "PriceAndAvailabilityResponseInner": "price_and_availability_response_inner",
        "PriceAndAvailabilityResponseInnerAvailability": "price_and_availability_response_inner_availability",
        "PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInner": "price_and_availability_response_inner_availability_availability_by_warehouse_inner",
        "PriceAndAvailabilityResponseInnerAvailabilityAvailabilityByWarehouseInnerBackOrderInfoInner": "price_and_availability_response_inner_availability_availability_by_warehouse_inner_back_order_info_inner",
        "PriceAndAvailabilityResponseInnerDiscountsInner": "price_and_availability_response_inner_discounts_inner",
        "PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner": "price_and_availability_response_inner_discounts_inner_quantity_discounts_inner",
        "PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner": "price_and_availability_response_inner_discounts_inner_special_pricing_inner",
        "PriceAndAvailabilityResponseInnerPricing": "price_and_availability_response_inner_pricing",
        "PriceAndAvailabilityResponseInnerReserveInventoryDetailsInner": "price_and_availability_response_inner_reserve_inventory_details_inner",
        "PriceAndAvailabilityResponseInnerServiceFeesInner": "price_and_availability_response_inner_service_fees_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInner": "price_and_availability_response_inner_subscription_price_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod": "price_and_availability_response_inner_subscription_price_inner_billing_period",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner": "price_and_availability_response_inner_subscription_price_inner_groups_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner": "price_and_availability_response_inner_subscription_price_inner_options_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner": "price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner": "price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner_special_pricing_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner": "price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner_volume_discounts_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner": "price_and_availability_response_inner_subscription_price_inner_options_inner_fees_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner": "price_and_availability_response_inner_subscription_price_inner_options_inner_resource_pricing_inner",
        "PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner": "price_and_availability_response_inner_subscription_price_inner_subscription_period_inner",
        "ProductDetailResponse": "product_detail_response",
        "ProductDetailResponseAdditionalInformation": "product_detail_response_additional_information",
        "ProductDetailResponseAdditionalInformationProductWeightInner": "product_detail_response_additional_information_product_weight_inner",
        "ProductDetailResponseCiscoFields": "product_detail_response_cisco_fields",
        "ProductDetailResponseIndicators": "product_detail_response_indicators",
        "ProductDetailResponseSubscriptionDetailsInner": "product_detail_response_subscription_details_inner",
        "ProductDetailResponseSubscriptionDetailsInnerBillingPeriod": "product_detail_response_subscription_details_inner_billing_period",
        "ProductDetailResponseSubscriptionDetailsInnerGroupsInner": "product_detail_response_subscription_details_inner_groups_inner",
        "ProductDetailResponseSubscriptionDetailsInnerOptionsInner": "product_detail_response_subscription_details_inner_options_inner",
        "ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner": "product_detail_response_subscription_details_inner_subscription_period_inner",
        "ProductDetailResponseTechnicalSpecificationsInner": "product_detail_response_technical_specifications_inner",
        "ProductSearchResponse": "product_search_response",
        "ProductSearchResponseCatalogInner": "product_search_response_catalog_inner",
        "ProductSearchResponseCatalogInnerLinksInner": "product_search_response_catalog_inner_links_inner",
        "ProductSearchResponseSubscriptionCatalogInner": "product_search_response_subscription_catalog_inner",
        "ProductSearchResponseSubscriptionCatalogInnerPlansInner": "product_search_response_subscription_catalog_inner_plans_inner",
        "ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner": "product_search_response_subscription_catalog_inner_plans_inner_links_inner",
        "ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner": "product_search_response_subscription_catalog_inner_plans_inner_subscription_period_summary_inner",
        "QuoteDetailsResponse": "quote_details_response",
        "QuoteDetailsResponseAdditionalAttributesInner": "quote_details_response_additional_attributes_inner",
        "QuoteDetailsResponseEndUserInfo": "quote_details_response_end_user_info",
        "QuoteDetailsResponseProductsInner": "quote_details_response_products_inner",
        "QuoteDetailsResponseProductsInnerBillDetailsInner": "quote_details_response_products_inner_bill_details_inner",
        "QuoteDetailsResponseProductsInnerPrice": "quote_details_response_products_inner_price",
        "QuoteDetailsResponseProductsInnerPriceDiscountsInner": "quote_details_response_products_inner_price_discounts_inner",
        "QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner": "quote_details_response_products_inner_price_extra_fees_details_inner",
        "QuoteDetailsResponseResellerInfo": "quote_details_response_reseller_info",
        "QuoteDetailsResponseShippingInfo": "quote_details_response_shipping_info",
        "QuoteSearchResponse": "quote_search_response",
        "QuoteSearchResponseQuotesInner": "quote_search_response_quotes_inner",
        "QuoteSearchResponseQuotesInnerLinks": "quote_search_response_quotes_inner_links",
        "RenewalsDetailsResponse": "renewals_details_response",
        "RenewalsDetailsResponseAdditionalAttributesInner": "renewals_details_response_additional_attributes_inner",
        "RenewalsDetailsResponseEndUserInfo": "renewals_details_response_end_user_info",
        "RenewalsDetailsResponseProductsInner": "renewals_details_response_products_inner",
        "RenewalsDetailsResponseReferenceNumber": "renewals_details_response_reference_number",
        "RenewalsSearchRequest": "renewals_search_request",
        "RenewalsSearchRequestDateType": "renewals_search_request_date_type",
        "RenewalsSearchRequestDateTypeEndDate": "renewals_search_request_date_type_end_date",
        "RenewalsSearchRequestDateTypeExpirationDate": "renewals_search_request_date_type_expiration_date",
        "RenewalsSearchRequestDateTypeInvoiceDate": "renewals_search_request_date_type_invoice_date",
        "RenewalsSearchRequestDateTypeStartDate": "renewals_search_request_date_type_start_date",
        "RenewalsSearchRequestStatus": "renewals_search_request_status",
        "RenewalsSearchRequestStatusOpporutinyStatus": "renewals_search_request_status_opporutiny_status",
        "RenewalsSearchResponse": "renewals_search_response",
        "RenewalsSearchResponseRenewalsInner": "renewals_search_response_renewals_inner",
        "RenewalsSearchResponseRenewalsInnerLinksInner": "renewals_search_response_renewals_inner_links_inner",
        "ReturnsCreateRequest": "returns_create_request",
        "ReturnsCreateRequestListInner": "returns_create_request_list_inner",
        "ReturnsCreateRequestListInnerShipFromInfoInner": "returns_create_request_list_inner_ship_from_info_inner",
        "ReturnsCreateResponse": "returns_create_response",
        "ReturnsCreateResponseReturnsClaimsInner": "returns_create_response_returns_claims_inner",
        "ReturnsDetailsResponse": "returns_details_response",
        "ReturnsDetailsResponseProductsInner": "returns_details_response_products_inner",
        "ReturnsSearchResponse": "returns_search_response",
        "ReturnsSearchResponseReturnsClaimsInner": "returns_search_response_returns_claims_inner",
        "ReturnsSearchResponseReturnsClaimsInnerLinksInner": "returns_search_response_returns_claims_inner_links_inner",
        "ValidateQuoteResponse": "validate_quote_response",
        "ValidateQuoteResponseLinesInner": "validate_quote_response_lines_inner",
        "ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner": "validate_quote_response_lines_inner_vmf_additional_attributes_lines_inner",
        "ValidateQuoteResponseVmfAdditionalAttributesInner": "validate_quote_response_vmf_additional_attributes_inner",
        "VendorRequiredInfoRequest": "vendor_required_info_request",
        "VendorRequiredInfoRequestProductsInner": "vendor_required_info_request_products_inner",
        "VendorRequiredInforesponseInner": "vendor_required_inforesponse_inner",
        "VendorRequiredInforesponseInnerResponseMessagesInner": "vendor_required_inforesponse_inner_response_messages_inner",
        "VendorRequiredInforesponseInnerVmfAdditionalAttributesInner": "vendor_required_inforesponse_inner_vmf_additional_attributes_inner",
        "VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner": "vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner",
        "VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner": "vendor_required_inforesponse_inner_vmf_additional_attributes_inner_additional_attributes_inner_choices_inner",
    },
)
