import type { Messages } from '../index'

export const errors: Messages['errors'] = {
  spent: {
    no: 'No se ha gastado dinero.',
    maybe: 'Puede que se haya enviado una transacción. Continúe para saberlo: nada se envía dos veces.',
    yes: 'La transacción está en un bloque y su gas se ha gastado.',
    earlier: 'No se ha pagado nada por este paso. Lo hecho antes sigue siendo válido y no se paga otra vez.',
  },
  unknown: {
    title: 'Algo ha salido mal',
    detail:
      'El mensaje original está en Detalles. Inténtelo otra vez o vuelva a cargar la página: nada se envía dos veces.',
  },
  network: {
    title: 'No se pudo llegar a un servicio',
    detail: (host) =>
      `${host} no ha respondido. Compruebe que está en marcha y que usted tiene conexión, e inténtelo otra vez.`,
    someService: 'El servicio',
  },
  timeout: {
    title: 'Un servicio ha tardado demasiado en responder',
    detail: 'Puede que esté ocupado. Inténtelo otra vez dentro de un momento.',
  },
  rpc: {
    title: 'No se pudo llegar a la cadena',
    detail: 'El servicio RPC de la red no ha respondido. Inténtelo otra vez dentro de un momento.',
  },
  rejected: {
    title: 'Ha rechazado la petición en su cartera',
    detail: 'No se ha enviado nada en este paso. Continúe cuando quiera.',
  },
  pendingRequest: {
    title: 'Su cartera ya tiene una pregunta abierta',
    detail: 'Abra su cartera, responda a la pregunta e inténtelo otra vez.',
  },
  walletRequired: {
    title: 'No hay ninguna cartera conectada',
    detail: 'Conecte una cartera e inténtelo otra vez.',
  },
  wrongChain: {
    title: 'Su cartera está en otra red',
    detail: 'Cambie de red en su cartera y después continúe.',
  },
  accountChanged: {
    title: 'En su cartera está elegida otra cuenta',
    detail: 'Esto se empezó con una cuenta distinta. Vuelva a ella para seguir.',
  },
  insufficientGas: {
    title: 'No hay dinero suficiente para el gas',
    detail: 'La cuenta no puede pagar la tarifa de la red por esta transacción. Añada fondos e inténtelo otra vez.',
  },
  insufficientTokens: {
    title: 'No hay fichas suficientes',
    detail: 'La cuenta no tiene bastantes fichas de las que pide este paso. Obtenga más y continúe.',
  },
  insufficientAllowance: {
    title: 'El contrato aún no puede tomar las fichas',
    detail: 'El permiso falta o es demasiado pequeño. Continúe para darlo otra vez.',
  },
  reverted: {
    title: 'La cadena ha rechazado la transacción',
    detail: 'Un contrato ha dicho que no. El motivo está en Detalles.',
  },
  replaced: {
    title: 'La transacción se canceló o sustituyó en la cartera',
    detail: 'Otra ocupó su lugar, así que este paso no ha ocurrido. Continúa para enviarla de nuevo.',
  },
  dropped: {
    title: 'La red ha descartado la transacción',
    detail:
      'Nunca se incluyó en un bloque y no costó nada. Continúa para enviarla de nuevo, quizá con una comisión más alta.',
  },
  sendFailed: {
    title: 'La cartera no pudo entregar la transacción',
    detail:
      'Falló su conexión con la cadena. Continúa: primero se pregunta a la cadena si la transacción salió, y no se envía dos veces.',
  },
  walletLocked: {
    title: 'Tu cartera está bloqueada',
    detail: 'Desbloquéala y continúa. No se ha enviado nada para este paso.',
  },
  eventMissing: {
    title: 'La transacción no ha hecho lo que debía',
    detail: 'Está en un bloque, pero falta el suceso esperado. Revise las direcciones antes de continuar.',
  },
  providerRefused: {
    title: 'El Provider ha rechazado la petición',
    detail: (reason) => `Dijo: ${reason} Revisa lo que escribiste; si es correcto, díselo a quien lo gestiona.`,
  },
  badRequest: {
    title: 'Un servicio no ha aceptado lo que se envió',
    detail: (reason) => `Dijo: ${reason} Revisa lo que escribiste; si es correcto, díselo a quien lo gestiona.`,
  },
  unexpected: {
    title: 'Un servicio ha respondido de un modo que esta aplicación no entiende',
    detail: (host) =>
      `${host} quizá tenga otra versión, o hay algo en medio. Inténtalo de nuevo; si continúa, díselo a quien lo gestiona. Su respuesta está en Detalles.`,
  },
  helperRights: {
    title: 'El activo está publicado, pero no es solo tuyo',
    detail:
      'Un contrato auxiliar conservó derechos sobre él. No lo uses ni lo vendas; olvida este intento y publica de nuevo en dos transacciones.',
  },
  assetMismatch: {
    title: 'El índice describe otro activo',
    detail:
      'Lo que dice no concuerda con la cadena, así que no se preguntó a tu cartera. No uses esta entrada y avisa a quien gestiona el índice.',
  },
  notIndexed: {
    title: 'El índice aún no muestra el recurso',
    detail: 'Está seguro en la cadena. El índice va con retraso: continúe para esperarlo. No lo publique otra vez.',
  },
  invalidAsset: {
    title: 'La descripción no es válida',
    detail: (reason) => `El índice la rechazaría: ${reason}`,
  },
  assetNotFound: {
    title: 'Ese recurso no existe',
    detail: 'Ni el índice ni esta aplicación lo conocen. Revise el identificador y la red.',
  },
  notOwner: {
    title: 'Esta cuenta no puede hacer eso',
    detail: 'Solo puede el dueño, o alguien a quien el dueño haya dado ese papel. Cambie a esa cuenta.',
  },
  fileUnreachable: {
    title: 'El Provider no llega hasta el archivo',
    detail: 'Revise la dirección. Debe ser accesible desde el Provider, no solo desde su navegador.',
  },
  notAllowed: {
    title: 'Este algoritmo no está permitido sobre estos datos',
    detail: 'Decide el dueño de los datos. Elija otro algoritmo o pregunte al dueño.',
  },
  checksumDrift: {
    title: 'El algoritmo ha cambiado desde que se permitió',
    detail: 'Su suma de control guardada no es la actual. El dueño de los datos debe permitirlo otra vez.',
  },
  orderInvalid: {
    title: 'El pedido ya no vale',
    detail: 'Ha caducado o corresponde a otra cosa. Continúe para renovarlo.',
  },
  environmentBusy: {
    title: 'El entorno no tiene sitio ahora',
    detail: 'Su cola está llena. Espere a que termine un trabajo o elija otro entorno.',
  },
  nonce: {
    title: 'El Provider ya ha visto una petición más reciente',
    detail: 'Dos peticiones se han cruzado. Inténtelo otra vez.',
  },
  dispenserEmpty: {
    title: 'El dispensador no da nada ahora',
    detail: 'Está apagado o vacío, o usted ya tiene bastantes. Pida fichas al dueño.',
  },
  aborted: {
    title: 'Detenido',
    detail: 'Usted lo ha detenido. Continúe cuando quiera: nada se envía dos veces.',
  },
  otherTab: {
    title: 'Esto ya se ejecuta en otra pestaña',
    detail: 'Vaya a esa pestaña, o ciérrela e inténtelo aquí otra vez.',
  },
  pending: {
    title: 'La transacción aún espera a entrar en un bloque',
    detail: 'La red va lenta o la tarifa es baja. Vuelva más tarde y continúe: no se envía otra vez.',
  },
  assetUnavailable: {
    title: 'El dueño ha retirado este recurso',
    detail: 'Ya no se puede pedir ni usar.',
  },
  checksumMissing: {
    title: 'El algoritmo no se puede fijar',
    detail:
      'El Provider no ha dado la suma de control de su archivo: no es accesible o es demasiado grande. No se ha cambiado nada.',
  },
  datatokenUnavailable: {
    title: 'No hay ninguna ficha de acceso disponible',
    detail: 'La cuenta no tiene ninguna, y no se regalan ni se venden. Pida una al editor.',
  },
  orderNotRecognised: {
    title: 'El Provider aún no conoce un pedido pagado',
    detail: 'No se ha pagado nada más. Espere un minuto a que se ponga al día y después continúe.',
  },
  priceChanged: {
    title: 'El precio ha cambiado',
    detail: 'Costaría más de lo que se mostró, así que no se ha enviado nada. Mire el nuevo precio y decida otra vez.',
  },
  environmentMissing: {
    title: 'El entorno ya no existe',
    detail: 'Elija otro entorno.',
  },
  jobOutcomeUnknown: {
    title: 'No se sabe si el trabajo ha empezado',
    detail: 'Los pedidos siguen valiendo. Continúe: primero se busca el trabajo, y nada se paga dos veces.',
  },
  computeUnsupported: {
    title: 'Este Provider no ejecuta trabajos',
    detail: 'El recurso está en un Provider que no ofrece cálculo. Elija otro.',
  },
  serviceFailed: {
    title: 'Un servicio ha fallado',
    detail: 'El fallo es suyo. Inténtelo otra vez dentro de un momento; si sigue igual, avise a quien lo administra.',
  },
  quote: {
    title: 'El precio que da el Provider no corresponde a lo que se pidió',
    detail: 'No se ha pagado nada. Inténtelo otra vez; si sigue igual, avise a quien administra el Provider.',
  },
  computeRefused: { title: 'El Provider no acepta este trabajo' },
  compute: {
    requestIncomplete: 'Falta algo en la petición. Revise el algoritmo y sus parámetros.',
    assetMissing:
      'No encuentra uno de los recursos en su índice. Espere un poco o compruebe que el recurso está activo.',
    filesUnavailable: 'No llega hasta los archivos de uno de los recursos. Su dueño debe corregir la dirección.',
    notAnAlgorithm: 'Lo elegido como algoritmo no lo es. Elija otro.',
    credentials: 'Esta cuenta no está en la lista de las que pueden usar el recurso. Pregunte a su dueño.',
    serviceMissing: 'El recurso ya no tiene ese servicio. Vuelva a cargar la página.',
    serviceUnfit: 'El recurso no ofrece cálculo. Elija otro.',
    otherProvider: 'Los recursos están en Providers distintos. Elija recursos de un mismo Provider.',
    rawAlgorithmForbidden: 'Los datos solo admiten algoritmos publicados. Publique antes el suyo.',
    publisherNotTrusted: 'El dueño de los datos no confía en el editor de este algoritmo. Pregúntele o elija otro.',
    algorithmNotTrusted: 'El dueño de los datos no ha permitido este algoritmo. Pregúntele o elija otro.',
    trustListBroken: 'La lista de algoritmos permitidos de los datos está dañada. Su dueño debe guardarla otra vez.',
    algorithmFilesChanged:
      'El archivo del algoritmo cambió después de permitirse. El dueño de los datos debe permitirlo otra vez.',
    algorithmImageChanged:
      'La imagen del algoritmo cambió después de permitirse. El dueño de los datos debe permitirlo otra vez.',
    orderInvalid: 'Un pedido falta o ha caducado. Continúe para renovarlo.',
    algorithmOrderInvalid: 'El pedido del algoritmo está gastado o aún no está en la cadena. Continúe para renovarlo.',
    containerIncomplete: 'La imagen del algoritmo no está descrita por completo. Su editor debe corregirla.',
    feesNotPaid: 'La tarifa de cálculo no está pagada. Continúe para pagarla.',
    validityInvalid: 'El plazo pedido ha pasado o es demasiado corto. Elíjalo otra vez.',
    environmentMissing: 'El entorno ya no existe. Elija otro.',
    orderInUse: 'El pedido es de otro trabajo que aún se ejecuta. Espere a que termine o haga otro pedido.',
    notConsumable: 'El dueño de uno de los recursos lo ha retirado o bloqueado.',
    unknown: 'El motivo está en Detalles.',
  },
  reverts: {
    withReason: (reason) => `El contrato ha dicho: ${reason}`,
    datatokenMissing: 'La cuenta no tiene ninguna ficha de acceso. Obtenga una y continúe.',
    quoteInvalid: 'El precio que dio el Provider ha caducado o no está firmado por él. Continúe para pedir uno nuevo.',
    allowanceMissing: 'El contrato aún no puede tomar las fichas. Continúe para permitirlo.',
    balanceTooLow: 'La cuenta no tiene bastante de esa moneda.',
    tokenTakesFee: 'La moneda de pago se queda con una parte de cada envío, y estos contratos no lo aceptan.',
    batchTooLarge: 'Demasiados pedidos a la vez. Use menos recursos de una vez.',
    dispenserInactive: 'El dueño ha apagado el dispensador. Pídale una ficha.',
    dispenserLimit: 'El dispensador da menos fichas de una vez.',
    alreadyHolding: 'La cuenta ya tiene tantas fichas como permite el dispensador. Use esas primero.',
    dispenserEmpty: 'El dispensador está vacío. Pida al dueño que lo llene.',
    onlyTogether: 'Esta ficha solo se obtiene junto con un pedido. Empiece en la página de los datos.',
    zeroAmount: 'La cantidad debe ser mayor que cero.',
    dispenserExists: 'Ya hay un dispensador para esta ficha.',
    notPriceOwner: 'Solo puede cambiar el precio quien lo fijó.',
    wrongContract: 'Algo que un contrato no espera lo ha llamado. Revise las direcciones configuradas.',
    exchangeMissing: 'La oferta ya no existe.',
    priceRose: 'El precio ha subido por encima de lo que usted aceptó. Mire el nuevo precio y decida otra vez.',
    soldOut: 'No quedan fichas de acceso a este precio.',
    feeOutOfRange: 'La comisión del mercado está fuera de lo que permite el contrato.',
    priceInvalid: 'No se acepta el precio o la moneda con que se paga.',
    exchangeExists: 'Ya hay una oferta para esta ficha.',
    foreignExchange: 'La oferta es de otra ficha.',
    notMetadataUpdater: 'Esta cuenta no puede cambiar la descripción. Cambie a la del dueño.',
    notOwner: 'El NFT de datos no es de esta cuenta. Cambie a la del dueño.',
    notDeployer: 'Esta cuenta no puede crear un tipo de ficha de acceso para este NFT de datos.',
    notMinter: 'Esta cuenta no puede crear fichas de acceso. Cambie a la del dueño.',
    capReached: 'Ya se ha creado el mayor número posible de fichas.',
    alreadyMinter: 'Esa cuenta ya puede crear fichas.',
    notTransferable: 'Esta cuenta no puede transferir este NFT de datos.',
    cannotHoldNft: 'El contrato que lo recibe no puede guardar un NFT de datos.',
    proofInvalid: 'No se acepta la prueba de que la descripción se comprobó. Continúe para obtener una nueva.',
    templateUnavailable: 'La plantilla del contrato falta o está apagada en esta red.',
    publishIncomplete: 'La transacción para publicar no encaja con los contratos de esta red.',
    permitInvalid: 'El permiso firmado ha caducado o no encaja. Continúe para firmar uno nuevo.',
    batchFailed: 'Una de las llamadas combinadas ha fallado, así que no se ha hecho ninguna.',
    administration: 'Eso solo pueden hacerlo los administradores de los contratos.',
    unknown: 'Un contrato ha dicho que no. El motivo está en Detalles.',
  },
  jobNotFound: {
    title: 'Ese trabajo no existe',
    detail: 'El Provider no lo conoce, o es de otra cuenta.',
  },
}
