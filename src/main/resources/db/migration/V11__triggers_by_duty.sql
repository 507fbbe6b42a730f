-- A deadline that is counted from the day a duty was met names that duty by its code.
update deadline set trigger_name = 'integrationskontrakt' where trigger_name = 'kontrakt';
update deadline set trigger_name = 'danskuddannelse' where trigger_name = 'dansk-start';
