// Before the editor loads: it must not start by itself, since its settings come from the models.
window.CMS_MANUAL_INIT = true;
